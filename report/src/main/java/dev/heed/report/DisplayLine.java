package dev.heed.report;

import java.util.Arrays;

/**
 * One line of source as a terminal shows it: tabs expanded, acting characters made visible, and cut on both sides around
 * what matters where it is too long.
 */
final class DisplayLine {
    private static final int TAB = 4;
    private static final String CUT = "...";

    private final String text;
    /** Column of the display for each character of the source from {@link #from} on, and for the place behind the last. */
    private final int[] columns;

    private final int from;
    private final int shift;

    private DisplayLine(String text, int[] columns, int from, int shift) {
        this.text = text;
        this.columns = columns;
        this.from = from;
        this.shift = shift;
    }

    /**
     * Lays out a line.
     *
     * @param anchor the column of the source that must be seen
     * @param width the most columns to take
     */
    static DisplayLine of(SourceText source, int line, int anchor, int width) {
        int length = source.lineLength(line);
        // A minified line may have a million characters: look at no more of it than could be shown.
        int from = length <= 4 * width ? 0 : Math.max(0, Math.min(anchor - 1, length) - width);
        String raw = source.slice(line, from, from + 4 * width);
        boolean cutBehind = from + raw.length() < length;
        String shown = raw.stripTrailing();

        StringBuilder out = new StringBuilder();
        int[] columns = new int[shown.length() + 1];
        int[] offsets = new int[shown.length() + 1];
        int column = 0;
        for (int i = 0; i < shown.length(); ) {
            int c = shown.codePointAt(i);
            int next = i + Character.charCount(c);
            Arrays.fill(columns, i, next, column);
            Arrays.fill(offsets, i, next, out.length());
            if (c == '\t') {
                int spaces = TAB - column % TAB;
                out.append(" ".repeat(spaces));
                column += spaces;
            } else {
                int visible = DisplayText.visible(c);
                out.appendCodePoint(visible);
                column += DisplayText.width(visible);
            }
            i = next;
        }
        columns[shown.length()] = column;
        offsets[shown.length()] = out.length();

        if (from == 0 && !cutBehind && column <= width) {
            return new DisplayLine(out.toString(), columns, 0, 0);
        }
        int at = Math.max(0, Math.min(anchor - 1 - from, shown.length()));
        boolean cutBefore = from > 0 || columns[at] > width * 2 / 3;
        int first = cutBefore ? firstAt(columns, columns[at] - width / 3) : 0;
        int room = width - (cutBefore ? CUT.length() : 0);
        int last = shown.length();
        if (cutBehind || column - columns[first] > room) {
            last = firstAt(columns, columns[first] + room - CUT.length() + 1) - 1;
            cutBehind = true;
        }
        last = Math.max(first, last);
        String middle = out.substring(offsets[first], offsets[last]);
        return new DisplayLine(
                (cutBefore ? CUT : "") + middle + (cutBehind ? CUT : ""),
                clamp(columns, columns[first], columns[last]),
                from,
                (cutBefore ? CUT.length() : 0) - columns[first]);
    }

    String text() {
        return text;
    }

    /** Where a column of the source (from 1) is on the display (from 0); what was cut off is at the edge. */
    int column(int sourceColumn) {
        int i = Math.max(0, Math.min(sourceColumn - 1 - from, columns.length - 1));
        return columns[i] + shift;
    }

    /** Where the shown part of the line ends. */
    int end() {
        return columns[columns.length - 1] + shift;
    }

    /** The first place whose column is at least {@code column}; the last place if there is none. */
    private static int firstAt(int[] columns, int column) {
        int i = 0;
        while (i < columns.length - 1 && columns[i] < column) {
            i++;
        }
        return i;
    }

    private static int[] clamp(int[] columns, int low, int high) {
        int[] result = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            result[i] = Math.max(low, Math.min(high, columns[i]));
        }
        return result;
    }
}
