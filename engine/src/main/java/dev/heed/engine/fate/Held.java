package dev.heed.engine.fate;

/**
 * What a variable holds of the signal that is tracked.
 *
 * @param type binary name of the exception or object held; {@code "?"} if unknown
 */
record Held(String type, Kind kind) {

    /** How the value belongs to the signal. */
    enum Kind {
        /** The exception itself. */
        SIGNAL,
        /** Built with the exception: it leads to it. */
        BUILT,
        /** An exception in flight that took the signal's place and does not know of it. */
        REPLACEMENT
    }

    boolean isSignal() {
        return kind == Kind.SIGNAL;
    }
}
