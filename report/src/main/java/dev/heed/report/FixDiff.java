package dev.heed.report;

import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fix changes, line by line. */
final class FixDiff {
    private static final int MOST_LINES = 24;

    private FixDiff() {}

    /** The changes in the order of the fix's edits; empty if a source is not as it was when it was scanned. */
    static List<Hunk> of(Fix fix, SourceTexts sources) {
        Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
        fix.edits()
                .forEach(e -> byFile.computeIfAbsent(e.file().path(), p -> new ArrayList<>())
                        .add(e));
        List<Hunk> hunks = new ArrayList<>();
        for (List<TextEdit> edits : byFile.values()) {
            SourceFile file = edits.get(0).file();
            Optional<SourceText> text = sources.get(file);
            if (text.isEmpty() || edits.stream().anyMatch(e -> !text.get().contains(e.span()))) {
                return List.of();
            }
            edits.sort(Comparator.comparing(TextEdit::span));
            int first = 0;
            for (int i = 1; i <= edits.size(); i++) {
                boolean near = i < edits.size()
                        && edits.get(i).span().startLine()
                                <= edits.get(i - 1).span().endLine() + 1;
                if (!near) {
                    hunks.add(hunk(file, text.get(), edits.subList(first, i)));
                    first = i;
                }
            }
        }
        return hunks;
    }

    /** The last line number that a fix shows. */
    static int lastLine(List<Hunk> hunks) {
        return hunks.stream()
                .mapToInt(h ->
                        h.firstLine() + Math.max(h.removed().size(), h.added().size()))
                .max()
                .orElse(1);
    }

    private static Hunk hunk(SourceFile file, SourceText text, List<TextEdit> edits) {
        int first = edits.get(0).span().startLine();
        int last = edits.stream().mapToInt(e -> e.span().endLine()).max().orElse(first);
        StringBuilder changed = new StringBuilder();
        int at = text.offset(first, 1);
        for (TextEdit edit : edits) {
            Span span = edit.span();
            int start = text.offset(span.startLine(), span.startColumn());
            changed.append(text.all(), at, Math.max(at, start)).append(edit.replacement());
            at = Math.max(at, text.offset(span.endLine(), span.endColumn()));
        }
        int end = text.offset(last, text.lineLength(last) + 1);
        changed.append(text.all(), at, Math.max(at, end));

        List<String> before = lines(text.all().substring(text.offset(first, 1), end));
        List<String> after = lines(changed.toString());
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Hunk(
                file,
                first + same,
                before.subList(same, before.size() - tail),
                after.subList(same, after.size() - tail));
    }

    private static List<String> lines(String text) {
        SourceText split = new SourceText(text);
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= split.lines(); line++) {
            lines.add(split.line(line));
        }
        return lines;
    }

    /**
     * Lines that are replaced.
     *
     * @param firstLine number of the first line removed, or of the line in front of which lines are added
     */
    record Hunk(SourceFile file, int firstLine, List<String> removed, List<String> added) {

        void render(StringBuilder out, TextLayout layout) {
            render(out, layout, removed, Style.REMOVED, "-");
            render(out, layout, added, Style.ADDED, "+");
        }

        private void render(StringBuilder out, TextLayout layout, List<String> lines, Style style, String sign) {
            for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
                SourceText line = new SourceText(lines.get(i));
                String code = DisplayLine.of(line, 1, 1, layout.room()).text();
                layout.change(out, Integer.toString(firstLine + i), style, sign, code);
            }
            if (lines.size() > MOST_LINES) {
                layout.change(out, "", style, sign, "... and " + (lines.size() - MOST_LINES) + " lines more");
            }
        }
    }
}
