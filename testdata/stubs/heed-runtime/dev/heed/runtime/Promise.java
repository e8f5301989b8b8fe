package dev.heed.runtime;

/** The little of the runtime's promise that the examples call. */
public class Promise<T> {
    private T value;

    public T await() {
        return value;
    }

    public final native boolean cancel();

    public boolean isDone() {
        return true;
    }
}
