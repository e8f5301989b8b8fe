package dev.heed.verify.drive;

/** No value of a type can be made; the message says of which, and why. */
public final class UnmakeableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnmakeableException(String message) {
        super(message);
    }

    UnmakeableException(String message, Throwable cause) {
        super(message, cause);
    }
}
