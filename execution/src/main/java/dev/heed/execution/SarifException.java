package dev.heed.execution;

import org.jspecify.annotations.Nullable;

/** A file with findings cannot be read; the message says why, in one sentence. */
public final class SarifException extends Exception {
    private static final long serialVersionUID = 1L;

    SarifException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
