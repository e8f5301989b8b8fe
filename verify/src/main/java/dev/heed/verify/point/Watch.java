package dev.heed.verify.point;

import java.util.Locale;

/** Why a call is watched, beyond that it may deliver a cancellation. The words of {@code calls.txt}, in capitals. */
public enum Watch {
    /** Takes a lock or permits. */
    TAKE,
    /** Takes a lock or permits if it returns true. */
    TRY,
    /** Gives a lock or permits back. */
    FREE,
    /** Ends the resource that it is called on. */
    CLOSE,
    /** Ends the resources that are its arguments. */
    CLOSES,
    /** Makes a resource, or hands one out. */
    OPEN,
    /** Logs or prints. */
    LOG,
    /** Hands an exception, its last argument, to somebody else. */
    HAND,
    /** Sets a thread's status. */
    RESTORE,
    /** Starts a thread. */
    START,
    /** Ends the JVM. */
    EXIT,
    /** Tells whether the future that it is called on is done. */
    ISDONE,
    /** Returns futures that are done. */
    DONE,
    /** Makes one future of those in its argument, done when they are. */
    ALLOF,
    /** Sleeps for milliseconds, its last argument. */
    MILLIS,
    /** Sleeps for its last argument, in some unit. */
    UNITS;

    static Watch of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
