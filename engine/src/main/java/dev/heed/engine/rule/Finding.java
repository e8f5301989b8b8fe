package dev.heed.engine.rule;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param rule the rule's name
 * @param level of this finding; the rule's default unless the place calls for another
 * @param confidence how sure Heed is
 * @param span what to underline
 * @param function display name of the function that it stands in; with its type, stable when lines move
 * @param message one sentence with a full stop: what happens here, and who loses
 * @param path from the delivery to the exit where the signal dies; at least one step
 * @param related further places worth a look, not in the order of execution
 * @param remedy what to do here, one or two sentences
 * @param fixes best first; may be empty
 * @param suppression why it is not to be shown; null if it is
 */
public record Finding(
        String rule,
        Level level,
        Confidence confidence,
        SourceFile file,
        Span span,
        String function,
        String message,
        List<Step> path,
        List<Step> related,
        String remedy,
        List<Fix> fixes,
        @Nullable Suppression suppression) {

    /** By file, place, rule and message: the order of every report. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding f) -> f.file().path())
            .thenComparing(Finding::span)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    public Finding {
        path = List.copyOf(path);
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** One that is shown. */
    public Finding(
            String rule,
            Level level,
            Confidence confidence,
            SourceFile file,
            Span span,
            String function,
            String message,
            List<Step> path,
            List<Step> related,
            String remedy,
            List<Fix> fixes) {
        this(rule, level, confidence, file, span, function, message, path, related, remedy, fixes, null);
    }

    /** Whether it is not to be shown. */
    public boolean isSuppressed() {
        return suppression != null;
    }

    /** The same, not to be shown. */
    public Finding suppressed(Suppression why) {
        return new Finding(rule, level, confidence, file, span, function, message, path, related, remedy, fixes, why);
    }

    /** The same at another level. */
    public Finding at(Level other) {
        return new Finding(
                rule, other, confidence, file, span, function, message, path, related, remedy, fixes, suppression);
    }

    /** How sure Heed is of a finding. */
    public enum Confidence {
        /** Every fact on the path is resolved or modelled. */
        PROVED,
        /** Exactly one assumption, named in the message. */
        LIKELY;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
