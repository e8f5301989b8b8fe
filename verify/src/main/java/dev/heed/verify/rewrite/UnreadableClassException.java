package dev.heed.verify.rewrite;

/** A class cannot be given probes. */
public final class UnreadableClassException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableClassException(String message, Throwable cause) {
        super(message, cause);
    }
}
