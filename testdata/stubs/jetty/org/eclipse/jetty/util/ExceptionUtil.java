package org.eclipse.jetty.util;

/** Just enough for the examples to compile. */
public final class ExceptionUtil {
    private ExceptionUtil() {}

    public static native Throwable combine(Throwable t1, Throwable t2);

    public static native void ifExceptionThrow(Throwable throwable) throws Exception;
}
