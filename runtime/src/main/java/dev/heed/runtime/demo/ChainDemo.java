package dev.heed.runtime.demo;

import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.trace.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The third seed program: a coroutine that awaits another. While the inner one sleeps the loop has nothing to do; then it talks
 * straight to the innermost frame, not by way of {@code printSum}.
 */
public final class ChainDemo implements Demo {
    @Override
    public String title() {
        return "print_sum awaits compute: one task, one stack, resumed at its innermost frame";
    }

    @Override
    public void run(PrintStream out, Consumer<Trace> then) {
        Trace trace = new Trace();
        try (Loop loop = Loop.builder().listener(trace).build()) {
            loop.run(() -> printSum(loop, out, 1, 2));
        }
        then.accept(trace);
    }

    private static void printSum(Loop loop, PrintStream out, int x, int y) {
        loop.note(LoopEvent.Kind.CALLED, "print_sum");
        int result = compute(loop, out, x, y);
        say(loop, out, x + " + " + y + " = " + result);
        loop.note(LoopEvent.Kind.CALL_RETURNED, "");
    }

    private static int compute(Loop loop, PrintStream out, int x, int y) {
        loop.note(LoopEvent.Kind.CALLED, "compute");
        say(loop, out, "Compute " + x + " " + y);
        loop.sleep(Duration.ofSeconds(1));
        loop.note(LoopEvent.Kind.CALL_RETURNED, Integer.toString(x + y));
        return x + y;
    }

    private static void say(Loop loop, PrintStream out, String line) {
        loop.note(LoopEvent.Kind.NOTE, line);
        out.println(line);
    }
}
