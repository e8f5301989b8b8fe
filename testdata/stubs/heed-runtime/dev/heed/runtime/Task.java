package dev.heed.runtime;

/** Just enough for the examples to compile. */
public final class Task<T> extends Promise<T> {}
