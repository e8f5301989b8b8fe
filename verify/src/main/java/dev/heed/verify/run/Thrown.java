package dev.heed.verify.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception, without holding on to it.
 *
 * @param type its class
 * @param text its class and message, as {@code toString} prints them
 * @param isSignal whether it means cancellation to whoever gets it
 * @param hidesSignal whether it does not, but has one that does among its causes or its suppressed ones
 * @param texts the texts of it and its causes
 */
public record Thrown(String type, String text, boolean isSignal, boolean hidesSignal, List<String> texts) {
    private static final int DEEPEST = 20;

    public Thrown {
        texts = List.copyOf(texts);
    }

    static Thrown of(Throwable thrown, Signals signals) {
        boolean isSignal = signals.isSignal(thrown);
        List<String> texts = new ArrayList<>();
        Throwable cause = thrown;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            texts.add(text(cause));
            cause = cause.getCause();
        }
        return new Thrown(
                thrown.getClass().getName(), text(thrown), isSignal, !isSignal && signals.holdsSignal(thrown), texts);
    }

    /** The text of an exception; that of its class alone if asking for the message fails. */
    static String text(Throwable thrown) {
        String type = thrown.getClass().getName();
        @Nullable String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException e) {
            return type;
        }
        return message == null ? type : type + ": " + message;
    }
}
