package dev.heed.engine.fix;

import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of one text, applied all at once, and what they do to places of that text. Immutable. */
final class TextChanges {

    /** Replaces what stands between two offsets; by nothing more than differs. */
    private record Change(int start, int end, String replacement) {
        int growth() {
            return replacement.length() - (end - start);
        }
    }

    private static final Comparator<Change> ORDER =
            Comparator.comparingInt(Change::start).thenComparingInt(Change::end).thenComparing(Change::replacement);

    private final TextLines before;
    private final List<Change> changes;
    private final String after;
    private final TextLines afterLines;

    private TextChanges(String text, TextLines before, List<Change> changes) {
        this.before = before;
        this.changes = changes;
        StringBuilder out = new StringBuilder(text.length() + 256);
        int position = 0;
        for (Change change : changes) {
            out.append(text, position, change.start()).append(change.replacement());
            position = change.end();
        }
        after = out.append(text, position, text.length()).toString();
        afterLines = new TextLines(after);
    }

    /**
     * Applies edits, whatever their order; the same one given twice is applied once.
     *
     * @return null if two overlap, or if one lies outside of the text
     */
    static @Nullable TextChanges of(String text, Collection<TextEdit> edits) {
        TextLines lines = new TextLines(text);
        List<Change> changes = new ArrayList<>();
        for (TextEdit edit : new LinkedHashSet<>(edits)) {
            Span span = edit.span();
            int start = lines.offset(span.startLine(), span.startColumn());
            int end = lines.offset(span.endLine(), span.endColumn());
            if (start < 0 || end < start) {
                return null;
            }
            changes.add(trimmed(text, start, end, edit.replacement()));
        }
        changes.sort(ORDER);
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).start() < changes.get(i - 1).end()) {
                return null;
            }
        }
        return new TextChanges(text, lines, changes);
    }

    private static Change trimmed(String text, int start, int end, String replacement) {
        int from = 0;
        int most = Math.min(end - start, replacement.length());
        while (from < most && text.charAt(start + from) == replacement.charAt(from)) {
            from++;
        }
        int back = 0;
        while (back < most - from
                && text.charAt(end - 1 - back) == replacement.charAt(replacement.length() - 1 - back)) {
            back++;
        }
        return new Change(start + from, end - back, replacement.substring(from, replacement.length() - back));
    }

    /** The text afterwards. */
    String text() {
        return after;
    }

    /** Where a span of the text before is found afterwards; null if a part of it was replaced that it begins or ends in. */
    @Nullable
    Span map(Span span) {
        int start = before.offset(span.startLine(), span.startColumn());
        int end = before.offset(span.endLine(), span.endColumn());
        if (start < 0 || end < start) {
            return null;
        }
        int first = start;
        int last = end;
        for (Change change : changes) {
            boolean isInside = change.start() > start && change.end() < end;
            boolean isBefore = change.end() <= start;
            boolean isBehind = change.start() >= end;
            if (isBefore) {
                first += change.growth();
                last += change.growth();
            } else if (isInside) {
                last += change.growth();
            } else if (!isBehind) {
                return null;
            }
        }
        return afterLines.span(first, last);
    }
}
