package dev.heed.engine.facts;

/** Who runs a function that is handed over as a value, or that is the body of a thread or task. */
public enum Role {
    /** The body of a thread that the project's code makes. */
    THREAD,
    /** Run once by a pool. */
    TASK,
    /** Run later or again and again by a pool or timer. */
    SCHEDULE,
    /** Called by some other party when something happens. */
    CALLBACK,
    /** Called by the method that it is given to, before that returns. */
    INLINE,
    /** Handed to something of which nothing is known. */
    UNKNOWN;

    /** Whether the end of the function is the end of the work: nobody is called back with its result. */
    public boolean endsWork() {
        return this == THREAD || this == TASK || this == SCHEDULE;
    }
}
