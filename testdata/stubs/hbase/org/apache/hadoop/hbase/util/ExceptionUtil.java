package org.apache.hadoop.hbase.util;

/** Just enough for the examples to compile. */
public final class ExceptionUtil {
    private ExceptionUtil() {}

    public static native boolean isInterrupt(Throwable t);
}
