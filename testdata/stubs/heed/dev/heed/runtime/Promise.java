package dev.heed.runtime;

/** Just enough for the examples to compile. */
public class Promise<T> {
    public native T await();

    public final native boolean cancel();
}
