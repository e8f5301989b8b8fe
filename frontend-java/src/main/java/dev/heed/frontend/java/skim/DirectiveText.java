package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Directive;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How directives are written. */
final class DirectiveText {
    private static final String PREFIX = "heed:";

    /** At the start of a comment, or of one in a comment. */
    private static final Pattern IGNORE =
            Pattern.compile("(?:^|(?<=[/*]))[ \\t]*heed:[ \\t]*ignore\\b[ \\t]*(?:\\[([^\\]\\r\\n]*)\\])?([^\\r\\n]*)");

    private final SourceFile file;
    private final String text;
    private final LineTable lines;

    DirectiveText(SourceFile file, String text, LineTable lines) {
        this.file = file;
        this.text = text;
        this.lines = lines;
    }

    /** A directive of which it is not known yet what it is about. */
    final class Draft {
        private final int start;
        private final int end;
        private final List<Directive.Element> elements;
        private final Span listed;
        private final Span removal;
        private final String reason;
        private final boolean standsAlone;

        private Draft(
                int start,
                int end,
                List<Directive.Element> elements,
                Span listed,
                Span removal,
                String reason,
                boolean standsAlone) {
            this.start = start;
            this.end = end;
            this.elements = elements;
            this.listed = listed;
            this.removal = removal;
            this.reason = reason;
            this.standsAlone = standsAlone;
        }

        Directive about(Span covers) {
            return new Directive(file, lines.span(start, end), covers, elements, listed, removal, reason);
        }

        /** Whether nothing stands in front of it on its line. */
        boolean standsAlone() {
            return standsAlone;
        }

        /** The line that it begins in. */
        Span line() {
            int line = lines.line(start);
            return new Span(line, 1, line + 1, 1);
        }
    }

    boolean isAt(String token, int offset) {
        return offset >= 0 && text.startsWith(token, offset);
    }

    /** The directives in the comments between two tokens. */
    List<Draft> comments(int from, int to) {
        List<Draft> found = new ArrayList<>();
        int i = text.indexOf('/', from);
        while (i >= 0 && i < to) {
            boolean isLine = text.startsWith("//", i);
            int end = isLine ? lineEnd(i) : Math.min(to, blockEnd(i));
            if (text.indexOf(PREFIX, i) < 0) {
                break;
            }
            if (text.startsWith("/**", i) && !text.startsWith("/**/", i)) {
                // What documentation says of directives is none.
                i = end < to ? text.indexOf('/', end) : -1;
                continue;
            }
            Matcher matcher = IGNORE.matcher(text).region(i + 2, Math.max(i + 2, isLine ? end : end - 2));
            if (matcher.find()) {
                found.add(comment(i, end, matcher));
            }
            i = end < to ? text.indexOf('/', end) : -1;
        }
        return found;
    }

    private Draft comment(int start, int end, Matcher matcher) {
        List<Directive.Element> elements = new ArrayList<>();
        Span listed = lines.span(matcher.start(), matcher.start());
        if (matcher.group(1) != null) {
            listed = lines.span(matcher.start(1), matcher.end(1));
            for (String name : matcher.group(1).split(",", -1)) {
                if (!name.isBlank()) {
                    elements.add(new Directive.Element(name.strip(), name.strip()));
                }
            }
        }
        boolean isWhole = matcher.start() <= start + 3;
        int lineStart = lineStart(start);
        boolean standsAlone = text.substring(lineStart, start).isBlank();
        return new Draft(
                start,
                end,
                elements,
                listed,
                removal(start, end, isWhole ? start : matcher.start(), standsAlone),
                matcher.group(2).strip(),
                standsAlone);
    }

    /** The whole line if nothing else is on it; else from the end of what stands in front. */
    private Span removal(int start, int end, int from, boolean standsAlone) {
        int close = lineEnd(end);
        if (from == start && standsAlone && text.substring(end, close).isBlank()) {
            int behind = text.startsWith("\r\n", close) ? close + 2 : Math.min(text.length(), close + 1);
            return lines.span(lineStart(start), behind);
        }
        int first = from;
        if (from > start) {
            // The rest of the comment stays, without what was put between the two.
            while (first > start + 2 && " \t/".indexOf(text.charAt(first - 1)) >= 0) {
                first--;
            }
            return lines.span(first, text.startsWith("//", start) ? end : end - 2);
        }
        while (first > 0 && " \t".indexOf(text.charAt(first - 1)) >= 0) {
            first--;
        }
        return lines.span(first, end);
    }

    private int lineStart(int offset) {
        int i = offset;
        while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
            i--;
        }
        return i;
    }

    private int lineEnd(int offset) {
        int i = offset;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int blockEnd(int offset) {
        int close = text.indexOf("*/", offset + 2);
        return close < 0 ? text.length() : close + 2;
    }

    /** The directive in the annotation that begins here, if it is one; leaves the tokens anywhere in it. */
    @Nullable
    Draft annotation(Tokens tokens) {
        int start = tokens.start();
        tokens.next();
        String last = "";
        while (tokens.kind() == Tokens.WORD || tokens.kind() == '.') {
            last = tokens.text();
            tokens.next();
        }
        if (!last.equals("SuppressWarnings") || tokens.kind() != '(') {
            return null;
        }
        tokens.next();
        if (tokens.is("value")) {
            tokens.next();
            tokens.next();
        }
        if (tokens.kind() == '{') {
            tokens.next();
        }
        List<Directive.Element> elements = new ArrayList<>();
        int from = tokens.start();
        int to = from;
        int depth = 0;
        while (tokens.kind() != Tokens.END && !(depth == 0 && (tokens.kind() == '}' || tokens.kind() == ')'))) {
            int first = tokens.start();
            while (tokens.kind() != Tokens.END
                    && !(depth == 0 && (tokens.kind() == ',' || tokens.kind() == '}' || tokens.kind() == ')'))) {
                depth += "([{".indexOf(tokens.kind()) >= 0 ? 1 : ")]}".indexOf(tokens.kind()) >= 0 ? -1 : 0;
                tokens.next();
            }
            to = tokens.lastEnd();
            elements.add(element(text.substring(first, Math.max(first, to))));
            if (tokens.kind() == ',') {
                tokens.next();
            }
        }
        while (tokens.kind() == '}') {
            tokens.next();
        }
        boolean isMeant = elements.stream().anyMatch(element -> element.name() != null);
        if (tokens.kind() != ')' || !isMeant) {
            return null;
        }
        int end = tokens.end();
        int behind = end;
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        return new Draft(start, end, elements, lines.span(from, to), lines.span(start, behind), "", false);
    }

    private static Directive.Element element(String written) {
        boolean isOurs =
                written.startsWith("\"" + PREFIX) && written.endsWith("\"") && written.length() > PREFIX.length() + 1;
        return new Directive.Element(
                written,
                isOurs
                        ? written.substring(PREFIX.length() + 1, written.length() - 1)
                                .strip()
                        : null);
    }
}
