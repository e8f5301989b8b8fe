package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Span;
import java.util.Arrays;

/** Where each line of a text begins; lines end as the parser ends them. */
public final class LineTable {
    private final int[] starts;

    private final int length;

    private LineTable(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    /** The lines of a text. */
    static LineTable of(char[] chars) {
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c == '\n' || (c == '\r' && (i + 1 == chars.length || chars[i + 1] != '\n'))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        return new LineTable(Arrays.copyOf(found, count), chars.length);
    }

    /** How many lines there are; an empty one behind the last line end is none. */
    public int count() {
        return starts[starts.length - 1] == length ? starts.length - 1 : starts.length;
    }

    /** The line of a character, from 1. */
    public int line(int offset) {
        int index = Arrays.binarySearch(starts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The column of a character, from 1. */
    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** The character at a place; -1 if there is no such line. */
    public int offset(int line, int column) {
        return line >= 1 && line <= starts.length ? starts[line - 1] + column - 1 : -1;
    }

    /** From one character up to another. */
    public Span span(int start, int end) {
        int last = Math.max(start, end - 1);
        return end > start
                ? new Span(line(start), column(start), line(last), column(last) + 1)
                : new Span(line(start), column(start), line(start), column(start));
    }
}
