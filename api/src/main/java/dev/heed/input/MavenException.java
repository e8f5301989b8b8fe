package dev.heed.input;

import org.jspecify.annotations.Nullable;

/** An artifact cannot be had; the message is a sentence that says why and what to do. */
public final class MavenException extends Exception {
    private static final long serialVersionUID = 1L;

    public MavenException(String message) {
        super(message);
    }

    public MavenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
