package dev.heed;

import org.jspecify.annotations.Nullable;

/** Something that the user asked for cannot be done. The message is one sentence that says what to do about it. */
public final class UserException extends Exception {
    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    public UserException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
