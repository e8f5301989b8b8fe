package dev.heed.rules.support;

import dev.heed.engine.ir.Function;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Optional;

/** Lets cleanup run with a clear interrupt status: clear, run, restore; or restores behind it instead of before. */
public final class ShieldCleanup {
    private static final List<String> NAMES = List.of("interrupted", "wasInterrupted", "interruptedBefore");

    private ShieldCleanup() {}

    /** Puts the statements of a {@code finally} between a clear and a restore; none where the layout is not the usual one. */
    public static List<Fix> clearRunRestore(Function function, Span body) {
        SourceFile file = function.file();
        return SourceLines.of(file)
                .filter(lines -> isPlain(lines, body))
                .flatMap(lines -> free(function, lines, body)
                        .map(name -> List.of(new Fix(
                                "Clear the interrupt status for the cleanup, and restore it behind",
                                Fix.Safety.UNSAFE,
                                List.of(wrapped(file, lines, body, name))))))
                .orElse(List.of());
    }

    private static TextEdit wrapped(SourceFile file, SourceLines lines, Span body, String name) {
        String end = lines.lineEnd();
        String unit = lines.unit(body);
        String indent = lines.indent(body.startLine()) + unit;
        StringBuilder text = new StringBuilder();
        text.append(indent)
                .append("boolean ")
                .append(name)
                .append(" = Thread.interrupted();")
                .append(end);
        text.append(indent).append("try {").append(end);
        for (int number = body.startLine() + 1; number < body.endLine(); number++) {
            String line = lines.line(number);
            text.append(line.isBlank() ? line : unit + line).append(end);
        }
        text.append(indent).append("} finally {").append(end);
        text.append(indent)
                .append(unit)
                .append("if (")
                .append(name)
                .append(") {")
                .append(end);
        text.append(indent)
                .append(unit)
                .append(unit)
                .append("Thread.currentThread().interrupt();")
                .append(end);
        text.append(indent).append(unit).append("}").append(end);
        text.append(indent).append("}").append(end);
        return new TextEdit(file, new Span(body.startLine() + 1, 1, body.endLine(), 1), text.toString());
    }

    /** Whether the braces of a body have their lines to themselves, and nothing in it depends on the indentation. */
    private static boolean isPlain(SourceLines lines, Span body) {
        boolean plain = body.endLine() - body.startLine() > 1
                && lines.line(body.startLine()).substring(body.startColumn()).isBlank()
                && lines.indent(body.endLine()).length() == body.endColumn() - 2;
        for (int number = body.startLine() + 1; number < body.endLine(); number++) {
            String line = lines.line(number);
            plain &= !line.contains("\"\"\"") && !line.contains("Thread.interrupted()");
        }
        return plain;
    }

    /** A name that neither a variable has nor the body mentions. */
    private static Optional<String> free(Function function, SourceLines lines, Span body) {
        return NAMES.stream()
                .filter(name -> function.variables().stream()
                        .noneMatch(variable -> variable.name().equals(name)))
                .filter(name -> {
                    for (int number = body.startLine(); number <= body.endLine(); number++) {
                        if (lines.line(number).matches(".*\\b" + name + "\\b.*")) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst();
    }

    /**
     * Moves a restore that has a line of its own behind the cleanup that follows it in a handler; none where the handler does
     * not simply run to its end, or to a statement that leaves.
     */
    public static List<Fix> restoreLast(SourceFile file, Span restore, Span handler) {
        return SourceLines.of(file)
                .filter(lines -> isAlone(lines, restore)
                        && restore.endLine() < handler.endLine()
                        && isStraight(lines, restore, handler))
                .map(lines -> {
                    int last = handler.endLine() - 1;
                    while (lines.line(last).isBlank()) {
                        last--;
                    }
                    boolean leaves = lines.line(last).strip().matches("(return|throw)\\b.*;");
                    String line = lines.line(restore.startLine()) + lines.lineEnd();
                    int target = leaves ? last : last + 1;
                    return List.of(new Fix(
                            "Clean up first, and restore the interrupt status then",
                            Fix.Safety.UNSAFE,
                            List.of(
                                    new TextEdit(
                                            file, new Span(restore.startLine(), 1, restore.startLine() + 1, 1), ""),
                                    new TextEdit(file, new Span(target, 1, target, 1), line))));
                })
                .orElse(List.of());
    }

    private static boolean isAlone(SourceLines lines, Span expression) {
        return expression.startLine() == expression.endLine()
                && lines.startsLine(expression)
                && lines.line(expression.startLine())
                        .substring(expression.endColumn() - 1)
                        .strip()
                        .equals(";");
    }

    /** Whether all that follows the restore is indented like it, and only the last statement may leave. */
    private static boolean isStraight(SourceLines lines, Span restore, Span handler) {
        String indent = lines.indent(restore.startLine());
        int last = 0;
        for (int number = restore.startLine() + 1; number < handler.endLine(); number++) {
            String line = lines.line(number);
            if (!line.isBlank()) {
                String text = line.strip();
                boolean usual = lines.indent(number).equals(indent) && text.endsWith(";") && !text.startsWith("//");
                boolean behindExit = last > 0 && lines.line(last).strip().matches("(return|throw)\\b.*");
                if (!usual || behindExit) {
                    return false;
                }
                last = number;
            }
        }
        return last > 0;
    }
}
