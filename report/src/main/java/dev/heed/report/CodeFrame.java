package dev.heed.report;

import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Lines of one source with marks under them. */
final class CodeFrame {
    /** A hole of one line is not worth the line that says so. */
    private static final int SMALLEST_HOLE = 2;

    private final SourceText source;
    private final TextLayout layout;
    private final List<Mark> marks;
    private final TreeSet<Integer> lines = new TreeSet<>();

    /**
     * A frame.
     *
     * @param marks in the order in which they should stand if several are under one line
     * @param context how many lines to show around the main mark
     */
    CodeFrame(SourceText source, TextLayout layout, List<Mark> marks, int context) {
        this.source = source;
        this.layout = layout;
        this.marks = marks;
        for (Mark mark : marks) {
            int around = mark.main() ? context : 0;
            int line = mark.span().startLine();
            for (int l = Math.max(1, line - around); l <= Math.min(source.lines(), line + around); l++) {
                lines.add(l);
            }
        }
        // Context that is white would only make the frame longer.
        while (!lines.isEmpty() && isBlank(lines.first())) {
            lines.remove(lines.first());
        }
        while (!lines.isEmpty() && isBlank(lines.last())) {
            lines.remove(lines.last());
        }
    }

    private boolean isBlank(int line) {
        return source.lineLength(line) < 200
                && source.line(line).isBlank()
                && marks.stream().noneMatch(m -> m.span().startLine() == line);
    }

    void render(StringBuilder out) {
        int previous = 0;
        for (int line : lines) {
            if (previous > 0 && line - previous > SMALLEST_HOLE) {
                layout.hole(out);
            } else if (previous > 0 && line - previous == SMALLEST_HOLE) {
                code(out, previous + 1, 1);
            }
            previous = line;
            List<Mark> here = new ArrayList<>();
            marks.stream().filter(m -> m.span().startLine() == line).forEach(here::add);
            int anchor = here.stream()
                    .max(Comparator.comparing(Mark::main))
                    .map(m -> m.span().startColumn())
                    .orElse(1);
            DisplayLine shown = code(out, line, anchor);
            here.forEach(mark -> mark(out, shown, mark));
        }
    }

    private DisplayLine code(StringBuilder out, int line, int anchor) {
        DisplayLine shown = DisplayLine.of(source, line, anchor, layout.room());
        layout.line(out, Integer.toString(line), "|", shown.text());
        return shown;
    }

    private void mark(StringBuilder out, DisplayLine shown, Mark mark) {
        int start = shown.column(mark.span().startColumn());
        boolean oneLine = mark.span().endLine() == mark.span().startLine();
        int end = Math.max(start + 1, oneLine ? shown.column(mark.span().endColumn()) : shown.end());
        String underline = (mark.main() ? "^" : "-").repeat(end - start);
        String indent = " ".repeat(start);
        String label = mark.label();
        if (label.isEmpty() || end + 1 + DisplayText.width(label) <= layout.room()) {
            String both = label.isEmpty() ? underline : underline + " " + label;
            layout.line(out, "", "|", indent + layout.paint(mark.style(), both));
            return;
        }
        layout.line(out, "", "|", indent + layout.paint(mark.style(), underline));
        int column = Math.min(start, layout.room() / 3);
        for (String part : TextLayout.wrap(label, layout.room() - column)) {
            layout.line(out, "", "|", " ".repeat(column) + layout.paint(mark.style(), part));
        }
    }

    /**
     * Something under a line.
     *
     * @param label may be empty
     * @param main whether it is what the finding is about, and not a step on the way
     */
    record Mark(Span span, String label, boolean main, Style style) {}
}
