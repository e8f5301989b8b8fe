package dev.heed.report;

import dev.heed.engine.source.Span;
import java.util.Arrays;

/**
 * The text of a source with an index of its lines. A line ends at {@code \n}, {@code \r\n} or {@code \r}.
 *
 * <p>Every question is answered for any line and column, because the source may have changed since it was scanned: what
 * is not there is empty.
 */
final class SourceText {
    private final String text;
    /** Offset of the start of each line, and behind the last one the offset behind the text's end. */
    private final int[] starts;

    private final int lines;

    SourceText(String text) {
        this.text = text;
        int[] found = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count + 1 >= found.length) {
                    found = Arrays.copyOf(found, found.length * 2);
                }
                found[count++] = i + 1;
            }
        }
        found[count] = text.length();
        this.starts = Arrays.copyOf(found, count + 1);
        this.lines = count;
    }

    /** The whole text. */
    String all() {
        return text;
    }

    int size() {
        return text.length();
    }

    /** How many lines; an empty text, and one that ends with a line end, has an empty last line. */
    int lines() {
        return lines;
    }

    /** The length of a line without its line end; 0 if there is no such line. */
    int lineLength(int line) {
        if (line < 1 || line > lines) {
            return 0;
        }
        int end = starts[line];
        int start = starts[line - 1];
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return end - start;
    }

    /** A line without its line end. */
    String line(int line) {
        return slice(line, 0, lineLength(line));
    }

    /** Part of a line, by offsets from its start. */
    String slice(int line, int from, int to) {
        int length = lineLength(line);
        int start = Math.max(0, Math.min(from, length));
        int end = Math.max(start, Math.min(to, length));
        return length == 0 ? "" : text.substring(starts[line - 1] + start, starts[line - 1] + end);
    }

    /** Whether the place exists: each end lies in its line, or directly behind the line's last character. */
    boolean contains(Span span) {
        return span.endLine() <= lines
                && span.startColumn() <= lineLength(span.startLine()) + 1
                && span.endColumn() <= lineLength(span.endLine()) + 1;
    }

    /** Offset of a place in the text, moved to the nearest one that exists. */
    int offset(int line, int column) {
        if (line > lines) {
            return text.length();
        }
        return starts[line - 1] + Math.min(column - 1, lineLength(line));
    }

    /** What a span covers, at most {@code limit} characters of it. */
    String of(Span span, int limit) {
        int start = offset(span.startLine(), span.startColumn());
        int end = Math.max(start, offset(span.endLine(), span.endColumn()));
        return text.substring(start, (int) Math.min(end, (long) start + limit));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
