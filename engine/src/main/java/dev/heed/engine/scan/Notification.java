package dev.heed.engine.scan;

import dev.heed.engine.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something about the scan itself that its user should know: an input that could not be read, a part that was not
 * analyzed, a rule that crashed.
 *
 * @param kind what happened; decides the exit code
 * @param path the input concerned ({@link dev.heed.engine.source.SourceFile#path()}, or as the user wrote it), or null
 * @param span the place, or null
 * @param message one sentence: what was not done, and what to do about it
 * @param cause for {@code --debug}
 * @param isLasting whether the input alone is the reason: the same input gives it on every machine, at every time
 */
public record Notification(
        Kind kind,
        @Nullable String path,
        @Nullable Span span,
        String message,
        @Nullable Throwable cause,
        boolean isLasting) {

    /** One that another run need not give. */
    public Notification(
            Kind kind, @Nullable String path, @Nullable Span span, String message, @Nullable Throwable cause) {
        this(kind, path, span, message, cause, false);
    }

    /** What a notification means for the completeness of the scan. */
    public enum Kind {
        /** Worth knowing; nothing is missing. Shown with {@code --verbose}. */
        INFO,
        /** Part of the input was not analyzed: the scan is incomplete. */
        INCOMPLETE,
        /** Heed itself failed at something: the scan is incomplete, and a bug report is welcome. */
        INTERNAL_ERROR
    }

    public static Notification info(@Nullable String path, String message) {
        return new Notification(Kind.INFO, path, null, message, null, true);
    }

    public static Notification incomplete(@Nullable String path, @Nullable Span span, String message) {
        return new Notification(Kind.INCOMPLETE, path, span, message, null);
    }

    /** The same, of which the input alone is the reason. */
    public Notification lasting() {
        return new Notification(kind, path, span, message, cause, true);
    }

    public static Notification internalError(@Nullable String path, String message, Throwable cause) {
        return new Notification(Kind.INTERNAL_ERROR, path, null, message, cause);
    }
}
