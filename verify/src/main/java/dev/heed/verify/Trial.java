package dev.heed.verify;

import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Witness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run with a cancellation.
 *
 * @param point where it was delivered
 * @param signal what was delivered
 * @param second where a second one was, or null
 * @param verdict what came of it
 * @param witnesses what did not hold
 */
public record Trial(Point point, String signal, @Nullable Point second, Verdict verdict, List<Witness> witnesses) {
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
    }

    /** Such as {@code cancel at #2 Account.java:16 Thread.sleep}. */
    public String name() {
        String what = signal.equals("interrupt") ? "cancel at " : signal + " at ";
        return what + point.name() + (second == null ? "" : ", again at " + second.name());
    }
}
