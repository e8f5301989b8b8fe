package dev.heed.verify.check;

import dev.heed.verify.witness.Witness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What running the code said.
 *
 * @param verdict yes, no, or nothing
 * @param obstacle why nothing is known; null with other verdicts
 * @param reason the same in one sentence; empty if there is nothing to say
 * @param driven what was called for the witness, or to reach the wait: {@code Pool.borrow(int)}; empty if nothing was
 * @param isSynthetic whether an object took part in it that no constructor of the program has made: one that was allocated, or a stub
 *     out of which the interrupt came
 * @param witnesses the first that answers the question; all there are if the question names no place
 */
public record Answer(
        Verdict verdict,
        @Nullable Obstacle obstacle,
        String reason,
        String driven,
        boolean isSynthetic,
        List<Witness> witnesses) {
    public Answer {
        witnesses = List.copyOf(witnesses);
    }

    /** Nothing is known. */
    public static Answer unknown(Obstacle obstacle, String reason) {
        return new Answer(Verdict.UNCONFIRMED, obstacle, reason, "", false, List.of());
    }
}
