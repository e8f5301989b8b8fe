package dev.heed.verify.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run, as the oracles see it.
 *
 * @param ending how the scenario ended
 * @param thrown what it threw, if it did
 * @param spunAt the site of a spin, or -1
 * @param threads its threads that came to a point or got a cancellation; the scenario's own is the first
 * @param left by site, how many resources that were opened there are still open
 * @param held by site, the balance of locks and permits first taken there: positive if some were never given back, negative if more were
 *     given back than taken
 * @param threadsLeft by site, how many threads that were started there still run
 * @param texts what was logged
 * @param failedChecks invariants that do not hold
 * @param missed whether a delivery of the plan found nothing to cancel
 * @param notes what a bound cut off
 */
public record RunRecord(
        Ending ending,
        @Nullable Thrown thrown,
        int spunAt,
        List<ThreadRecord> threads,
        Map<Integer, Integer> left,
        Map<Integer, Integer> held,
        Map<Integer, Integer> threadsLeft,
        List<String> texts,
        List<String> failedChecks,
        boolean missed,
        List<String> notes) {
    /** How the scenario's own thread ended. */
    public enum Ending {
        /** It returned. */
        RETURNED,
        /** It threw. */
        THREW,
        /** The program asked for the end of the JVM. */
        EXITED,
        /** It spun until it was stopped. */
        SPUN,
        /** It waited, and nobody in the run could have woken it. */
        BLOCKED,
        /** It was still busy when its time was over. */
        ENDLESS
    }

    public RunRecord {
        threads = List.copyOf(threads);
        left = Map.copyOf(left);
        held = Map.copyOf(held);
        threadsLeft = Map.copyOf(threadsLeft);
        texts = List.copyOf(texts);
        failedChecks = List.copyOf(failedChecks);
        notes = List.copyOf(notes);
    }

    /** The scenario's own thread. */
    public ThreadRecord main() {
        return threads.get(0);
    }

    /** The thread with this role, if there was one. */
    public Optional<ThreadRecord> thread(String role) {
        return threads.stream().filter(thread -> thread.role().equals(role)).findFirst();
    }

    /** Whether the scenario came to an end by itself. */
    public boolean hasEnded() {
        return ending == Ending.RETURNED || ending == Ending.THREW || ending == Ending.EXITED;
    }
}
