package dev.heed.rules.support;

import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;

/** Puts a statement of its own line under a condition, or takes it away. */
public final class GuardStatement {
    private GuardStatement() {}

    /**
     * The fix that lets an expression statement run only under a condition; none where it does not have its line to itself.
     *
     * @param expression the statement without its semicolon
     */
    public static List<Fix> put(SourceFile file, Span expression, String condition, String title, Fix.Safety safety) {
        return SourceLines.of(file)
                .filter(lines -> isAlone(lines, file, expression))
                .map(lines -> {
                    String indent = lines.indent(expression.startLine());
                    String unit = indent.startsWith("\t") ? "\t" : "    ";
                    String end = lines.lineEnd();
                    String text = indent + "if (" + condition + ") {" + end + indent + unit
                            + lines.line(expression.startLine()).strip() + end + indent + "}" + end;
                    return List.of(new Fix(title, safety, List.of(new TextEdit(file, line(expression), text))));
                })
                .orElse(List.of());
    }

    /** The fix that takes an expression statement away with its line; none where others stand there. */
    public static List<Fix> remove(SourceFile file, Span expression, String title, Fix.Safety safety) {
        return SourceLines.of(file)
                .filter(lines -> isAlone(lines, file, expression))
                .map(lines -> List.of(new Fix(title, safety, List.of(new TextEdit(file, line(expression), "")))))
                .orElse(List.of());
    }

    private static boolean isAlone(SourceLines lines, SourceFile file, Span expression) {
        return lines.isAlone(expression) && new BlockEdits(file, lines).canInsertBefore(expression);
    }

    private static Span line(Span expression) {
        return new Span(expression.startLine(), 1, expression.startLine() + 1, 1);
    }
}
