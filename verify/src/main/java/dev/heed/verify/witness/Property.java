package dev.heed.verify.witness;

/** What must hold after a cancellation, wherever it hits. */
public enum Property {
    /** An interrupt is seen by somebody: thrown on, status set again, or handed over. */
    SWALLOWED,
    /** An interrupt leaves as itself, or with the status set: not as another exception alone. */
    NOT_RESTORED,
    /** What ends undisturbed ends. */
    NEVER_ENDS,
    /** Nobody waits in a loop whose wait throws, or falls through, each time. */
    BUSY_SPIN,
    /** A thread that sets its own status again does not then rely on a wait, which throws at once. */
    CUT_SHORT,
    /** What is closed, or ended, undisturbed is closed. */
    LEAK,
    /** Locks and permits are given back, and only those that were taken. */
    LOCK_LEAK,
    /** Nobody speaks of a timeout where none passed. */
    BLAMES_TIMEOUT,
    /** What is told of it, by an exception that leaves or by a warning in the log, leads back to the cancellation. */
    UNTOLD,
    /** It is not logged as an error in the words for whatever else may fail. */
    TOLD_AS_FAILURE,
    /** Nobody is told of an interrupt, and no status is set, where a call has failed or its time was up. */
    INVENTED,
    /** A cancellation and a time that is up are told apart. */
    CONFLATED,
    /** The scenario's own invariants hold. */
    INVARIANT;

    /** Whether it is judged on request only: it is about what people are told, or needs more runs. */
    public boolean isOnRequest() {
        return this == UNTOLD || this == TOLD_AS_FAILURE || needsFailures();
    }

    /** Whether calls must fail, or be late, for it to be judged. */
    public boolean needsFailures() {
        return this == INVENTED || this == CONFLATED;
    }
}
