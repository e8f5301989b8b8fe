package dev.heed.verify;

/** How an exploration differs from the plain one. */
public enum Option {
    /** A second cancellation is delivered at each of the first points after the first one: during the cleanup. */
    TWICE,
    /** Only the scenario's own thread is cancelled. */
    MAIN_ONLY,
    /** The futures that somebody waits for are cancelled, too. */
    AWAITED,
    /** The undisturbed scenario may wait for ever, and nobody outside can wake it: it is over when all its threads wait. */
    MAY_WAIT,
    /** Sleeps are cut short. */
    SKIP_SLEEPS,
    /** The scenario is all that its thread does, so that an interrupt has done its work when it returns. */
    OWNS_THREAD
}
