package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The run was interrupted: once, and main ended by it; or twice, and the loop stopped at once (rule R16; asyncio raises
 * {@code KeyboardInterrupt}). The loop can still be closed in order.
 */
public final class LoopInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoopInterruptedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
