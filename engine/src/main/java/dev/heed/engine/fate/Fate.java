package dev.heed.engine.fate;

/** What becomes of a signal on one path. */
public enum Fate {
    /** Rethrown as itself, or inside a type that callers treat as a cancellation. */
    PROPAGATED,
    /** The status is set again, and the function leaves. */
    RESTORED,
    /** Handed to somebody who may act on it: a promise, a callback, the caller as a value. */
    TRANSFERRED,
    /** The work that was cancelled ends here. */
    FINISHED,
    /** A stop flag, which whoever interrupts writes first, decides what follows. */
    PROTOCOL,
    /** The same exception goes on to another handler of this function, which has a fate of its own. */
    HANDLED_ELSEWHERE,
    /** The path could not be followed to its end, or something on it is not known. */
    UNKNOWN,
    /** The function goes on or returns, and nobody will know. */
    LOST,
    /** Leaves as another exception, without its status. */
    CONVERTED,
    /** The status is set again, and then the code waits again: the wait is aborted at once. */
    STALLED,
    /** As stalled, but in a loop: every turn is aborted at once. */
    SPIN;

    /** Whether nobody loses. */
    public boolean isGood() {
        return compareTo(UNKNOWN) < 0;
    }
}
