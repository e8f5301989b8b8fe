package dev.heed.engine.rule;

/** What must be in a function so that a rule can find something there. */
public enum Trigger {
    /** A clause that may catch a signal. */
    HANDLER,
    /** A {@code finally}. */
    FINALLY,
    /** A call that asks for the interrupt status and clears it. */
    POLL,
    /** A wait, in a loop, that an interrupt ends without an exception. */
    WAKE,
    /** A call, in a loop, of a function of the project that returns with the interrupt status set. */
    RESTORED_RETURN,
    /** A look-up of the current thread. */
    CURRENT_THREAD,
    /** A call that takes a resource. */
    ACQUIRE,
    /** A call that makes something run elsewhere. */
    SPAWN,
    /** A wait, with a bound, for something that the same function makes run. */
    BOUNDED_AWAIT,
    /** A call that asks something to stop. */
    CANCEL,
    /** A call that sets the interrupt status. */
    RESTORE,
    /** The name of a type that is a signal by its model; the project's own types are left aside. */
    SIGNAL,
    /** A hook of a pipeline of which a model says whether it runs on a cancel. */
    HOOK,
    /** A call that hands something to a promise, and says whether that took it. */
    OFFER,
    /** A method of a future of the project by which it is asked or cancelled. */
    FUTURE_METHOD,
    /** Code that runs on a thread that the project keeps, interrupts, or joins. */
    OWN_THREAD,
    /** Anything: every function is looked at, which takes its time. */
    ANYTHING
}
