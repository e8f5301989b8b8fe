package dev.heed.frontend.java.lower;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.heed.engine.source.Span;
import org.jspecify.annotations.Nullable;

/** Places of nodes as spans. Neighbouring operations often have the same place: they share one object. */
final class Spans {
    private static final Span NOWHERE = new Span(1, 1, 1, 1);

    private final @Nullable Span[] recent = new Span[64];

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
        int line = Math.max(1, begin.line);
        int column = Math.max(1, begin.column);
        int slot = (begin.line * 31 + begin.column * 7 + end.column + end.line) & (recent.length - 1);
        Span last = recent[slot];
        if (last != null
                && last.startLine() == line
                && last.startColumn() == column
                && last.endLine() == end.line
                && last.endColumn() == end.column + 1) {
            return last;
        }
        Span span = new Span(line, column, end.line, end.column + 1);
        recent[slot] = span;
        return span;
    }
}
