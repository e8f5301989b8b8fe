package dev.heed.rules;

import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Applies the edits of fixes to a text. */
public final class SourceEdits {
    private SourceEdits() {}

    /**
     * Applies all, whatever their order; the same edit given twice is applied once.
     *
     * @throws IllegalArgumentException if two overlap
     */
    public static String apply(String text, List<TextEdit> edits) {
        List<Integer> lineStarts = lineStarts(text);
        List<TextEdit> sorted = new ArrayList<>(new LinkedHashSet<>(edits));
        sorted.sort(Comparator.comparing(TextEdit::span));
        StringBuilder out = new StringBuilder();
        int position = 0;
        for (TextEdit edit : sorted) {
            Span span = edit.span();
            int start = lineStarts.get(span.startLine() - 1) + span.startColumn() - 1;
            int end = lineStarts.get(span.endLine() - 1) + span.endColumn() - 1;
            if (start < position) {
                throw new IllegalArgumentException("overlapping edits at " + span);
            }
            out.append(text, position, start).append(edit.replacement());
            position = end;
        }
        return out.append(text.substring(position)).toString();
    }

    private static List<Integer> lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        return starts;
    }
}
