package dev.heed.runtime;

/** Just enough for the examples to compile. */
public interface Action {
    void run() throws Exception;
}
