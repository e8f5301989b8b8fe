package dev.heed.runtime;

/** A promise is not yet, or is already, completed (asyncio's {@code InvalidStateError}). */
public final class PromiseStateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PromiseStateException(String message) {
        super(message);
    }
}
