package dev.heed.runtime;

/** Just enough for the examples to compile. */
public final class LoopInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
