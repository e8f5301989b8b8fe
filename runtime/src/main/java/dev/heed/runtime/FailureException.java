package dev.heed.runtime;

/** What was awaited failed with a checked exception, which is the cause. Unchecked ones are thrown as they are. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailureException(Throwable cause) {
        super(cause);
    }
}
