package dev.heed.cli;

import org.jspecify.annotations.Nullable;

/** Something that the user asked for cannot be done. The message is one sentence that says what to do about it. */
final class UserException extends Exception {
    private static final long serialVersionUID = 1L;

    UserException(String message) {
        super(message);
    }

    UserException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
