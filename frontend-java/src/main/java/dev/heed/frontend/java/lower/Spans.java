package dev.heed.frontend.java.lower;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.skim.LineMap;
import org.jspecify.annotations.Nullable;

/** Places of nodes as spans. Neighbouring operations often have the same place: they share one object. */
final class Spans {
    private static final Span NOWHERE = new Span(1, 1, 1, 1);

    private final @Nullable Span[] recent = new Span[64];
    private final LineMap lines;

    /** @param lines where the lines of the parsed text are from */
    Spans(LineMap lines) {
        this.lines = lines;
    }

    Span of(Node node) {
        return node.getRange().map(this::of).orElse(NOWHERE);
    }

    Span of(Range range) {
        return of(range.begin, range.end);
    }

    Span of(JavaToken token) {
        return token.getRange().map(this::of).orElse(NOWHERE);
    }

    /** From the first character of one node to the last of another. */
    Span of(Node first, Node last) {
        return of(first).to(of(last));
    }

    /** The last character of a node: the closing brace of a block. */
    Span lastCharacter(Node node) {
        return node.getRange().map(r -> of(r.end, r.end)).orElse(NOWHERE);
    }

    private Span of(Position begin, Position end) {
        int line = Math.max(1, lines.line(begin.line));
        int column = Math.max(1, lines.column(begin.line, begin.column));
        int endLine = lines.line(end.line);
        int endColumn = lines.column(end.line, end.column) + 1;
        int slot = (line * 31 + column * 7 + endColumn + endLine) & (recent.length - 1);
        Span last = recent[slot];
        if (last != null
                && last.startLine() == line
                && last.startColumn() == column
                && last.endLine() == endLine
                && last.endColumn() == endColumn) {
            return last;
        }
        Span span = new Span(line, column, endLine, endColumn);
        recent[slot] = span;
        return span;
    }
}
