package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.source.Span;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The innermost loop around a statement, as written. */
final class LoopText {
    private static final Pattern ENDLESS = Pattern.compile("^(?:while \\(true\\)|for \\([^;]*;\\s*;[^;]*\\)) \\{.*");
    private static final Pattern ONE_LINE = Pattern.compile("^(?:while|for|do)\\b.*\\{\\s*(//.*)?$");
    private static final Pattern ENDLESS_END = Pattern.compile(".*\\}\\s*while\\s*\\(true\\)\\s*;\\s*(//.*)?$");

    private final SourceLines lines;
    private final Span span;

    private LoopText(SourceLines lines, Span span) {
        this.lines = lines;
        this.span = span;
    }

    static Optional<LoopText> around(FunctionFates function, SourceLines lines, Span inner) {
        return function.function().blocks().stream()
                .filter(Block::isLoopHead)
                .map(Block::loopSpan)
                .filter(loop -> loop != null && loop.contains(inner))
                .max(Comparator.naturalOrder())
                .map(loop -> new LoopText(lines, loop));
    }

    Span span() {
        return span;
    }

    private String header() {
        return lines.from(new Span(span.startLine(), span.startColumn(), span.startLine(), span.startColumn()));
    }

    /** Whether it is written in the usual way: its header on one line, its brace at the start of its last line. */
    boolean isPlain() {
        return lines.startsLine(span)
                && ONE_LINE.matcher(header()).matches()
                && lines.line(span.endLine()).startsWith(lines.indent(span.startLine()) + "}");
    }

    /** Whether it may end by its own condition. Where this cannot be told it is taken for endless. */
    boolean hasCondition() {
        return isPlain()
                && !ENDLESS.matcher(header()).matches()
                && !ENDLESS_END.matcher(lines.line(span.endLine())).matches();
    }

    /** Whether a statement is all that the loop does. */
    boolean isNothingBut(Span statement) {
        if (!isPlain() || !lines.startsLine(statement)) {
            return false;
        }
        return isBlank(span.startLine() + 1, statement.startLine() - 1)
                && isBlank(statement.endLine() + 1, span.endLine() - 1);
    }

    /** Whether anything but braces stands behind it, down to the end of a block. */
    boolean hasCodeBehind(Span block) {
        for (int number = span.endLine() + 1; number < block.endLine(); number++) {
            String line = lines.line(number).strip();
            if (!line.isEmpty() && !line.startsWith("//") && !line.equals("}")) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank(int from, int to) {
        for (int number = from; number <= to; number++) {
            String line = lines.line(number).strip();
            if (!line.isEmpty() && !line.startsWith("//")) {
                return false;
            }
        }
        return true;
    }
}
