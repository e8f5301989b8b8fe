package dev.heed.rules.support;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a source file, for edits that keep its layout. */
public final class SourceLines {
    private static final String DEFAULT_INDENT = "    ";
    private static final Pattern ENDS_STATEMENT = Pattern.compile("\\s*;\\s*(//.*)?");

    private final List<String> lines;
    private final String lineEnd;

    private SourceLines(String text) {
        lines = text.lines().toList();
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Reads a file again; empty if that fails, as the file may have changed or gone since. */
    public static Optional<SourceLines> of(SourceFile file) {
        try {
            return Optional.of(new SourceLines(file.text()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The line end that the file uses. */
    public String lineEnd() {
        return lineEnd;
    }

    /** How many lines there are. */
    public int count() {
        return lines.size();
    }

    /** A line without its end, from 1; empty past the last. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The white space at the start of a line. */
    public String indent(int number) {
        String line = line(number);
        int end = 0;
        while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end);
    }

    /** Whether nothing but white space stands before the span in its line. */
    public boolean startsLine(Span span) {
        return indent(span.startLine()).length() == span.startColumn() - 1;
    }

    /** Whether an expression is a statement that has its line to itself, but for a comment behind it. */
    public boolean isAlone(Span expression) {
        return expression.startLine() == expression.endLine()
                && startsLine(expression)
                && ENDS_STATEMENT
                        .matcher(line(expression.startLine()).substring(expression.endColumn() - 1))
                        .matches();
    }

    /** One more level of indentation: as the first line within a block shows it, else four blanks. */
    public String unit(Span block) {
        String outer = indent(block.startLine());
        for (int number = block.startLine() + 1; number < block.endLine(); number++) {
            String inner = indent(number);
            if (!line(number).isBlank() && inner.length() > outer.length() && inner.startsWith(outer)) {
                return inner.substring(outer.length());
            }
        }
        return outer.startsWith("\t") ? "\t" : DEFAULT_INDENT;
    }

    /** The text of a span that lies within one line, or empty. */
    public String text(Span span) {
        String line = line(span.startLine());
        return span.startLine() == span.endLine() && span.endColumn() - 1 <= line.length()
                ? line.substring(span.startColumn() - 1, span.endColumn() - 1)
                : "";
    }

    /** The rest of the line from where a span starts. */
    public String from(Span span) {
        String line = line(span.startLine());
        return span.startColumn() - 1 <= line.length() ? line.substring(span.startColumn() - 1) : "";
    }

    /** Whether a block of several lines holds one statement, an expression, and nothing else. */
    public boolean isOnlyStatement(Span expression, Span block) {
        return startsLine(expression)
                && ENDS_STATEMENT
                        .matcher(line(expression.endLine()).substring(expression.endColumn() - 1))
                        .matches()
                && block.startLine() < expression.startLine()
                && isBlankTo(block.startLine() + 1, expression.startLine() - 1)
                && expression.endLine() < block.endLine()
                && isBlankTo(expression.endLine() + 1, block.endLine() - 1)
                && line(block.endLine()).substring(0, block.endColumn() - 2).isBlank();
    }

    /** Whether some lines are blank, or there are none. */
    boolean isBlankTo(int from, int to) {
        for (int number = from; number <= to; number++) {
            if (!line(number).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but white space stands between the end of a statement and the closing brace of a block. */
    public boolean isBlankBetween(Span statement, Span block) {
        int brace = block.endColumn() - 2;
        if (statement.endLine() == block.endLine()) {
            return line(block.endLine())
                    .substring(statement.endColumn() - 1, brace)
                    .isBlank();
        }
        for (int number = statement.endLine() + 1; number < block.endLine(); number++) {
            if (!line(number).isBlank()) {
                return false;
            }
        }
        return line(statement.endLine()).substring(statement.endColumn() - 1).isBlank()
                && line(block.endLine()).substring(0, brace).isBlank();
    }
}
