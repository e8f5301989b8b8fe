package dev.heed.lsp;

import dev.heed.engine.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * Between Heed's spans and paths, and the protocol's ranges and URIs. Both count UTF-16 code units and end lines with
 * {@code \n}, {@code \r\n} or {@code \r} (protocol 3.17, section Position); Heed from 1, the protocol from 0.
 */
final class Places {

    private Places() {}

    static Range range(Span span) {
        return new Range(
                new Position(span.startLine() - 1, span.startColumn() - 1),
                new Position(span.endLine() - 1, span.endColumn() - 1));
    }

    /** The file that a URI names; null if it names none, such as a buffer that has never been saved. */
    static @Nullable Path path(String uri) {
        try {
            URI parsed = new URI(uri);
            return "file".equals(parsed.getScheme()) ? Path.of(parsed).normalize() : null;
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    static String uri(Path path) {
        return path.toUri().toString();
    }

    /** Whether two ranges have a place in common; an empty one touches what it stands beside. */
    static boolean touch(Range one, Range other) {
        return compare(one.getStart(), other.getEnd()) <= 0 && compare(other.getStart(), one.getEnd()) <= 0;
    }

    private static int compare(Position one, Position other) {
        return one.getLine() != other.getLine()
                ? Integer.compare(one.getLine(), other.getLine())
                : Integer.compare(one.getCharacter(), other.getCharacter());
    }

    /** The offset of a place in a text; beyond the end of a line or of the text it is that end. */
    static int offset(String text, Position position) {
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            int end = lineEnd(text, start);
            if (end == text.length()) {
                return end;
            }
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return Math.min(start + Math.max(0, position.getCharacter()), lineEnd(text, start));
    }

    /** The place of an offset in a text. */
    static Position position(String text, int offset) {
        int line = 0;
        int start = 0;
        for (int end = lineEnd(text, 0); end < offset; end = lineEnd(text, start)) {
            int next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
            if (next > offset) {
                break;
            }
            start = next;
            line++;
        }
        return new Position(line, offset - start);
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
