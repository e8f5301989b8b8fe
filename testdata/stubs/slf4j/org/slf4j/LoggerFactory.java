package org.slf4j;

/** Just enough for the examples to compile. */
public final class LoggerFactory {
    private LoggerFactory() {}

    public static native Logger getLogger(Class<?> type);
}
