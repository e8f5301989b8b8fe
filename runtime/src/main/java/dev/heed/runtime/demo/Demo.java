package dev.heed.runtime.demo;

import dev.heed.runtime.trace.Trace;
import java.io.PrintStream;
import java.util.function.Consumer;

/** A program that shows one thing about cancellation, and can be drawn. */
public interface Demo {

    /** What the picture is called. */
    String title();

    /** Runs it, and hands over what happened before the process may end. */
    void run(PrintStream out, Consumer<Trace> then);
}
