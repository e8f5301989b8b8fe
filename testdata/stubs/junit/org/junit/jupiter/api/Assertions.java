package org.junit.jupiter.api;

import org.junit.jupiter.api.function.Executable;

/** Just enough for the examples to compile. */
public final class Assertions {
    private Assertions() {}

    public static native <T extends Throwable> T assertThrows(Class<T> expected, Executable executable);

    public static native <T> T fail(String message);

    public static native void assertTrue(boolean condition);
}
