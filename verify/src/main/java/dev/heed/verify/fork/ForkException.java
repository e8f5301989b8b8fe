package dev.heed.verify.fork;

import org.jspecify.annotations.Nullable;

/** No JVM can be started; the message says why, in one sentence. */
public final class ForkException extends Exception {
    private static final long serialVersionUID = 1L;

    ForkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
