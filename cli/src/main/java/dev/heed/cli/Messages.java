package dev.heed.cli;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What goes to standard error: one line each, safe for a terminal. */
final class Messages {
    private final Console console;
    private final boolean isDebug;
    private final boolean isQuiet;

    Messages(Console console, CommonOptions common, boolean isQuiet) {
        this(console, common.isDebug(), isQuiet);
    }

    Messages(Console console, boolean isDebug, boolean isQuiet) {
        this.console = console;
        this.isDebug = isDebug;
        this.isQuiet = isQuiet;
    }

    /** Something that failed. */
    void error(String message, @Nullable Throwable cause) {
        print("heed: " + message);
        trace(cause);
    }

    /** Something that a user should look at although nothing failed. */
    void warning(String message) {
        if (!isQuiet) {
            line("heed: warning: " + message);
        }
    }

    /** Something good to know. */
    void note(String message) {
        if (!isQuiet) {
            line("heed: " + message);
        }
    }

    void notification(Notification notification) {
        Span span = notification.span();
        String path = notification.path();
        String place = path == null
                ? ""
                : span == null ? path + ": " : path + ":" + span.startLine() + ":" + span.startColumn() + ": ";
        line("heed: " + place + notification.message());
    }

    /** A file that could not be written; it is as it was. */
    void unwritten(String path, IOException problem) {
        String text = String.valueOf(problem.getMessage());
        notification(Notification.incomplete(
                path, null, text.endsWith(".") ? text : "The file could not be written: " + text + "."));
        trace(problem);
    }

    /** Lines as they are. */
    void print(String lines) {
        lines.lines().forEach(this::line);
    }

    /** The stack trace, if the user asked for such. */
    void trace(@Nullable Throwable cause) {
        if (isDebug && cause != null) {
            cause.printStackTrace(console.err());
        }
    }

    private void line(String text) {
        console.err().println(printable(text));
        console.err().flush();
    }

    /** Names of files and what is in them come from elsewhere and must not steer the terminal. */
    static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> result.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c));
        return result.toString();
    }
}
