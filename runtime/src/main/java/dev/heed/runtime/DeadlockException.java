package dev.heed.runtime;

/** Nothing is ready, no timer runs, and nobody outside can help: the message tells who waits for whom (rule R17). */
public final class DeadlockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlockException(String message) {
        super(message);
    }
}
