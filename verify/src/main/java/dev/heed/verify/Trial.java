package dev.heed.verify;

import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Witness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run with a cancellation.
 *
 * @param goal where it was delivered
 * @param verdict what came of it
 * @param witnesses what did not hold
 * @param through the stack at the delivery, innermost frame first; empty if there was none
 */
public record Trial(Goal goal, Verdict verdict, List<Witness> witnesses, List<StackTraceElement> through) {
    /** What came of a run. */
    public enum Verdict {
        /** Everything held. */
        PASSED,
        /** Something did not. */
        FAILED,
        /** The run did not come to the point, though the undisturbed one did: nothing is known. */
        NOT_REACHED,
        /** The future was done already: there was nothing to cancel. */
        NOTHING_TO_CANCEL
    }

    public Trial {
        witnesses = List.copyOf(witnesses);
        through = List.copyOf(through);
    }

    /** Where the cancellation was delivered. */
    public Point point() {
        return goal.point();
    }

    /** Where a second one was, or null. */
    public @Nullable Point second() {
        return goal.second();
    }

    /** Such as {@code cancel at #2 Account.java:16 Thread.sleep}. */
    public String name() {
        return goal.name();
    }
}
