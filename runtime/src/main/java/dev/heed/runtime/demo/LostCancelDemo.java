package dev.heed.runtime.demo;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Task;
import dev.heed.runtime.explore.Explorer;
import dev.heed.runtime.explore.Scenario;
import dev.heed.runtime.trace.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code wait_for} of CPython 3.11 loses a cancel that races with the end of what it waits for; that of 3.12, and ours, does not. The
 * victim fetches something with a time limit, and is cancelled after each step of the loop.
 */
public final class LostCancelDemo implements Demo {
    @Override
    public String title() {
        return "wait_for of CPython 3.11: a cancel is accepted, and lost";
    }

    /** The scenario, with either {@code wait_for}. */
    public static Scenario scenario(boolean as311) {
        return (loop, stage) -> main(loop, stage, as311);
    }

    private static void main(Loop loop, Scenario.Stage stage, boolean as311) {
        Task<String> victim = loop.spawn("victim", () -> fetchInTime(loop, as311));
        stage.victim(victim);
        try {
            String unused = victim.await();
        } catch (CancelledException e) { // heed: ignore[swallowed-cancellation] the explorer has asked for it
            return;
        }
    }

    private static String fetchInTime(Loop loop, boolean as311) {
        Duration limit = Duration.ofSeconds(10);
        return as311
                ? WaitFor311.run(loop, limit, loop.spawn("inner", () -> fetch(loop)))
                : loop.waitFor(limit, () -> fetch(loop));
    }

    /** Suspends twice, as a request and its answer do. */
    private static String fetch(Loop loop) {
        loop.yieldNow();
        loop.yieldNow();
        return "the answer";
    }

    @Override
    public void run(PrintStream out, Consumer<Trace> then) {
        Explorer.Findings lost = Explorer.explore(scenario(true));
        out.println("wait_for as in CPython 3.11: cancelled after each of " + lost.runs() + " steps; lost after steps "
                + lost.steps() + ".");
        Explorer.Findings kept = Explorer.explore(scenario(false));
        out.println("wait_for as in CPython 3.12: cancelled after each of " + kept.runs() + " steps; lost after steps "
                + kept.steps() + ".");
        Explorer.Failure smallest = lost.smallest();
        then.accept(new Trace(smallest == null ? List.of() : smallest.trace()));
    }
}
