package dev.heed.report;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;

/** How notifications are called and placed in formats that have no form of their own for them. */
final class Notifications {
    private Notifications() {}

    /** Stands where a rule's name stands. */
    static String id(Notification.Kind kind) {
        return switch (kind) {
            case INFO -> "information";
            case INCOMPLETE -> "incomplete-scan";
            case INTERNAL_ERROR -> "internal-error";
        };
    }

    /** The kind, for people. */
    static String title(Notification.Kind kind) {
        return switch (kind) {
            case INFO -> "Note";
            case INCOMPLETE -> "Not analyzed";
            case INTERNAL_ERROR -> "Internal error";
        };
    }

    /** Path, line and column as far as they are known; may be empty. */
    static String place(Notification notification) {
        Span span = notification.span();
        String path = notification.path();
        if (path == null) {
            return "";
        }
        return DisplayText.inline(path) + (span == null ? "" : ":" + span.startLine() + ":" + span.startColumn());
    }
}
