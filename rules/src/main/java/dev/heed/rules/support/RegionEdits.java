package dev.heed.rules.support;

import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Puts whole lines into a try, with its finally behind them. */
public final class RegionEdits {
    private final SourceFile file;
    private final SourceLines lines;

    public RegionEdits(SourceFile file, SourceLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Whether lines can be indented as a part of one block: none is indented less than the first, and none is of a text block.
     *
     * @param to the last line
     */
    public boolean isOneBlock(int from, int to) {
        String indent = lines.indent(from);
        if (lines.line(from).isBlank()) {
            return false;
        }
        for (int number = from; number <= to; number++) {
            String line = lines.line(number);
            boolean leaves = !line.isBlank()
                    && (!line.startsWith(indent)
                            || line.startsWith(indent + "case ")
                            || line.startsWith(indent + "default"));
            if (leaves || line.contains("\"\"\"")) {
                return false;
            }
        }
        return from <= to;
    }

    /**
     * The edits.
     *
     * @param from the first line of the region
     * @param to its last line
     * @param head statements to stand in front of the {@code try}
     * @param cleanup statements for the {@code finally}; a line may begin with {@code "\t"} for one more level
     * @param unit one level of indentation
     * @param inside edits within the region, which are indented with it
     */
    public List<TextEdit> inTry(
            int from, int to, List<String> head, List<String> cleanup, String unit, List<TextEdit> inside) {
        String indent = lines.indent(from);
        String end = lines.lineEnd();
        StringBuilder opening = new StringBuilder();
        head.forEach(
                line -> opening.append(indent).append(line.replace("\t", unit)).append(end));
        opening.append(indent).append("try {").append(end);
        StringBuilder closing = new StringBuilder(indent).append("} finally {").append(end);
        cleanup.forEach(line -> closing.append(indent)
                .append(unit)
                .append(line.replace("\t", unit))
                .append(end));
        closing.append(indent).append("}").append(end);

        List<TextEdit> open = new ArrayList<>(inside);
        List<TextEdit> edits = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            StringBuilder text = new StringBuilder(number == from ? opening : "");
            Span start = new Span(number, 1, number, 1);
            open.removeIf(edit -> {
                boolean isHere = edit.span().equals(start);
                if (isHere) {
                    edit.replacement()
                            .lines()
                            .forEach(line -> text.append(unit).append(line).append(end));
                }
                return isHere;
            });
            text.append(lines.line(number).isBlank() ? "" : unit);
            if (!text.isEmpty()) {
                edits.add(new TextEdit(file, start, text.toString()));
            }
        }
        for (TextEdit edit : open) {
            edits.add(new TextEdit(file, edit.span(), edit.replacement().replace(end, end + unit)));
        }
        edits.add(new TextEdit(file, new Span(to + 1, 1, to + 1, 1), closing.toString()));
        return edits;
    }
}
