package dev.heed.engine.fix;

import dev.heed.engine.source.Span;
import java.util.Arrays;

/** Where the lines of a text begin: between spans and offsets. A line ends with {@code \n}, {@code \r\n} or {@code \r}. */
final class TextLines {
    private final String text;
    private final int[] starts;

    TextLines(String text) {
        this.text = text;
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** The offset of a place, or -1 if there is none. */
    int offset(int line, int column) {
        if (line > starts.length) {
            return -1;
        }
        int end = line < starts.length ? starts[line] : text.length();
        int offset = starts[line - 1] + column - 1;
        return offset <= end ? offset : -1;
    }

    /** The span between two offsets. */
    Span span(int start, int end) {
        int first = line(start);
        int last = line(end);
        return new Span(first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
