package dev.heed.engine.bound;

/**
 * Work on a file was given up: its time is over, or the thread is interrupted. Whoever guards a file from the failures of
 * another turns it into a notification; whoever guards parts of a file lets it pass.
 */
public final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUpException(String message) {
        super(message, null, false, false);
    }
}
