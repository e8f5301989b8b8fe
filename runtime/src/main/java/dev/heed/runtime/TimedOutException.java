package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/** A deadline passed: asyncio's {@code TimeoutError}. A cancel from elsewhere is never turned into it (rule R11). */
public final class TimedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For timeouts of your own; give the cancel that the deadline caused as the cause. */
    public TimedOutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
