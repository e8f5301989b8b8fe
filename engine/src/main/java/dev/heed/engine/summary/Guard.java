package dev.heed.engine.summary;

/**
 * What a caller must pass for something to happen: {@code await(time, interruptible)} throws only where the second argument is true.
 *
 * @param parameter index of a boolean parameter that its function never assigns
 * @param value the value that it must have
 */
public record Guard(int parameter, boolean value) {}
