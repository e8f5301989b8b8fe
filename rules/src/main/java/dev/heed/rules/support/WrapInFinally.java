package dev.heed.rules.support;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Puts what stands between two statements of one block into a try, and the second of them into its finally. */
public final class WrapInFinally {
    private final SourceFile file;
    private final SourceLines lines;

    public WrapInFinally(SourceFile file, SourceLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * The edit, or an empty list where the layout is not the usual one: both statements on lines of their own, indented
     * alike, with nothing between them that is indented less, that declares what is used behind, or that says the second
     * statement a first time.
     *
     * @param first the expression that is the first statement
     * @param second the expression that is the second statement
     */
    public List<TextEdit> between(Span first, Span second, Function function) {
        int from = first.startLine();
        int to = second.startLine();
        String indent = lines.indent(from);
        if (to - from < 2
                || !isAlone(first)
                || !isAlone(second)
                || !indent.equals(lines.indent(to))
                || !isOneBlock(from + 1, to, indent, lines.text(second))
                || declaresWhatIsUsedBehind(from, to, function)) {
            return List.of();
        }
        String end = lines.lineEnd();
        String unit = indent.startsWith("\t") ? "\t" : unit(function, indent);
        StringBuilder text = new StringBuilder(indent).append("try {").append(end);
        for (int number = from + 1; number < to; number++) {
            String line = lines.line(number);
            text.append(line.isBlank() ? line : unit + line).append(end);
        }
        text.append(indent).append("} finally {").append(end);
        text.append(unit).append(lines.line(to)).append(end);
        text.append(indent).append("}").append(end);
        return List.of(new TextEdit(file, new Span(from + 1, 1, to + 1, 1), text.toString()));
    }

    private String unit(Function function, String indent) {
        Span body = function.bodySpan();
        String outer = body == null ? "" : lines.indent(body.startLine());
        String unit = body == null ? "" : lines.unit(body);
        return !unit.isEmpty() && indent.startsWith(outer) ? unit : "    ";
    }

    private boolean isAlone(Span expression) {
        String line = lines.line(expression.startLine());
        return expression.endLine() == expression.startLine()
                && lines.startsLine(expression)
                && line.substring(expression.endColumn() - 1).strip().equals(";");
    }

    private boolean isOneBlock(int from, int to, String indent, String second) {
        for (int number = from; number < to; number++) {
            String line = lines.line(number);
            boolean leaves = !line.isBlank()
                    && (!line.startsWith(indent)
                            || line.startsWith(indent + "case ")
                            || line.startsWith(indent + "default"));
            if (leaves || line.contains(second) || line.contains("\"\"\"")) {
                return false;
            }
        }
        return true;
    }

    private boolean declaresWhatIsUsedBehind(int from, int to, Function function) {
        Span body = function.bodySpan();
        if (body == null) {
            return true;
        }
        for (Variable variable : function.variables()) {
            if (variable.kind() == Variable.Kind.LOCAL) {
                Pattern name = Pattern.compile("\\b" + Pattern.quote(variable.name()) + "\\b");
                boolean before = mentions(name, body.startLine(), from);
                if (!before && mentions(name, from + 1, to - 1) && mentions(name, to, body.endLine())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mentions(Pattern name, int from, int to) {
        for (int number = from; number <= to; number++) {
            if (name.matcher(lines.line(number)).find()) {
                return true;
            }
        }
        return false;
    }
}
