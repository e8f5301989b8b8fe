package dev.heed.verify.run;

/**
 * What a thread did once a cancellation had been delivered to it.
 *
 * @param kind what
 * @param site where
 * @param detail the exception's type, the text logged; empty if there is nothing to add
 */
public record Event(Kind kind, int site, String detail) {
    /** What happened. */
    public enum Kind {
        /** A cancellation was delivered. */
        DELIVERED,
        /** A handler took an exception that means cancellation, or has one as its cause. */
        CAUGHT,
        /** The thread set its own status. */
        RESTORED,
        /** The exception was handed to somebody else. */
        HANDED,
        /** The thread came to a further point. */
        POINT,
        /** The thread came to a wait with the status set: it throws at once. */
        ABORTED,
        /** Something was logged, or printed, below the level of warnings. */
        LOGGED,
        /** Something was logged as a warning. */
        WARNED,
        /** Something was logged as an error. */
        ALARMED,
        /** A lock or permits were given back. */
        FREED,
        /** A resource was closed. */
        CLOSED,
        /** The program asked for the end of the JVM. */
        EXIT;

        /** Whether somebody is to read what was logged. */
        public boolean isWarning() {
            return this == WARNED || this == ALARMED;
        }
    }
}
