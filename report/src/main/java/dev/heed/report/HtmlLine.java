package dev.heed.report;

import dev.heed.engine.source.Span;
import java.util.List;

/** One line of source as HTML, with the parts of it marked that matter. */
final class HtmlLine {
    static final int TAB = 4;
    /** What is longer is generated; nobody reads it, and a page with it cannot be read either. */
    private static final int LONGEST = 240;
    /** How much to show in front of what matters if the line is too long. */
    private static final int IN_FRONT = 60;

    private HtmlLine() {}

    /**
     * Renders a line.
     *
     * @param indent how many columns of white space to leave away at its start
     * @param marks those that start in this line
     */
    static String of(SourceText source, int line, int indent, List<Mark> marks) {
        int length = source.lineLength(line);
        int from = 0;
        if (length > LONGEST) {
            int anchor = marks.stream()
                    .mapToInt(m -> m.span().startColumn() - 1)
                    .min()
                    .orElse(0);
            from = Math.max(0, Math.min(anchor, length) - IN_FRONT);
        }
        String text = source.slice(line, from, from + LONGEST).stripTrailing();
        StringBuilder out = new StringBuilder(from > 0 ? "\u2026" : "");
        String open = "";
        int column = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = c == '\t' ? TAB - column % TAB : 1;
            String style = style(marks, line, from + i + 1);
            if (!style.equals(open)) {
                out.append(open.isEmpty() ? "" : "</mark>");
                out.append(style.isEmpty() ? "" : "<mark class=\"" + style + "\">");
                open = style;
            }
            if (c == '\t') {
                out.append(" ".repeat(from > 0 ? width : Math.max(0, Math.min(width, column + width - indent))));
            } else if (from > 0 || column >= indent || c != ' ') {
                Html.append(out, c);
            }
            column += width;
            i += Character.charCount(c);
        }
        out.append(open.isEmpty() ? "" : "</mark>");
        return out.append(from + LONGEST < length ? "\u2026" : "").toString();
    }

    /** How many columns of white space a line starts with; large if there is nothing else in it. */
    static int indent(SourceText source, int line) {
        String start = source.slice(line, 0, LONGEST);
        int column = 0;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c != ' ' && c != '\t') {
                return column;
            }
            column += c == '\t' ? TAB - column % TAB : 1;
        }
        return Integer.MAX_VALUE;
    }

    private static String style(List<Mark> marks, int line, int column) {
        boolean isMain = false;
        boolean isStep = false;
        for (Mark mark : marks) {
            Span span = mark.span();
            int end = span.endLine() > line ? Integer.MAX_VALUE : Math.max(span.endColumn(), span.startColumn() + 1);
            if (column >= span.startColumn() && column < end) {
                isMain |= mark.isMain();
                isStep |= !mark.isMain();
            }
        }
        return isMain ? "m" : isStep ? "s" : "";
    }

    /** Something to mark, from where it starts to its end or to that of the line. */
    record Mark(Span span, boolean isMain) {}
}
