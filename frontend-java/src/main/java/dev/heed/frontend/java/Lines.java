package dev.heed.frontend.java;

import com.github.javaparser.ast.Node;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.Skeleton.Region;
import java.util.Arrays;

/** Offsets in a text as lines and columns, and back. Lines end as the parser ends them. */
final class Lines {
    private final int[] starts;
    private final int length;

    Lines(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEnd = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (isEnd) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
        this.length = text.length();
    }

    int offset(int line, int column) {
        if (line < 1 || line > starts.length) {
            return length;
        }
        return Math.min(length, starts[line - 1] + Math.max(0, column - 1));
    }

    int startOf(Node node) {
        return node.getRange().map(r -> offset(r.begin.line, r.begin.column)).orElse(-1);
    }

    Span span(Region region) {
        int first = lineOf(region.start());
        int last = lineOf(region.end());
        return new Span(first + 1, region.start() - starts[first] + 1, last + 1, region.end() - starts[last] + 1);
    }

    private int lineOf(int offset) {
        int index = Arrays.binarySearch(starts, offset);
        return index >= 0 ? index : -index - 2;
    }
}
