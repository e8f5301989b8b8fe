package dev.heed.runtime;

/** The runtime was called in a way that cannot work; the message says what to do instead. */
public final class MisuseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Says what to do. */
    public MisuseException(String message) {
        super(message);
    }
}
