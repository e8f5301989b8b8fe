package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something worth telling that happens on the path of a signal.
 *
 * @param op the operation, or null for a step of control flow
 * @param text what happens, as a step of a path: one clause, small first letter, no full stop
 */
public record Event(Kind kind, Span span, @Nullable Op op, String text) {

    /** What happens. */
    public enum Kind {
        LOGGED,
        RESTORED,
        CLEARED,
        INTERRUPTED_OTHER,
        HANDED_ON,
        WRAPPED,
        /** An exception is made that does not know of the signal. */
        CREATED,
        CALLED,
        /** With the status set, something is waited for that does not react to it. */
        WAITED,
        /** The work of a transaction is made to last. */
        COMMITTED,
        LOOPED,
        STALLED,
        THROWN,
        RETURNED,
        EXITED
    }
}
