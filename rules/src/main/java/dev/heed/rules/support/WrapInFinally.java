package dev.heed.rules.support;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
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
        int head = headEnd(first);
        int from = head + 1;
        int to = second.startLine();
        while (lines.line(from).isBlank() && from < to) {
            from++;
        }
        String indent = lines.indent(first.startLine());
        RegionEdits region = new RegionEdits(file, lines);
        if (from >= to
                || head == 0
                || !lines.isAlone(second)
                || !indent.equals(lines.indent(from))
                || !indent.equals(lines.indent(to))
                || !region.isOneBlock(from, to - 1)
                || mentions(Pattern.compile(Pattern.quote(lines.text(second))), from, to - 1)) {
            return List.of();
        }
        int last = to - 1;
        if (declaresWhatIsUsedBehind(first.startLine(), to, function)) {
            // What is returned right behind can be returned from within.
            last = returnBehind(to, indent);
            if (last < 0) {
                return List.of();
            }
        }
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(file, new Span(to, 1, to + 1, 1), ""));
        edits.addAll(region.inTry(
                from, last, List.of(), List.of(lines.line(to).strip()), unit(function, indent), List.of()));
        if (last > to) {
            edits.removeIf(edit -> edit.span().startLine() == to && edit.span().endLine() == to);
        }
        return merged(edits);
    }

    /** The last line of the first statement, which may be the test {@code if (!first) { leave }}; 0 if it is something else. */
    private int headEnd(Span first) {
        int line = first.startLine();
        if (lines.isAlone(first)) {
            return line;
        }
        String indent = lines.indent(line);
        boolean isTest = first.endLine() == line
                && lines.line(line).strip().equals("if (!" + lines.text(first) + ") {")
                && lines.line(line + 2).equals(indent + "}");
        String leave = lines.line(line + 1).strip();
        return isTest && (leave.startsWith("return") || leave.startsWith("throw ")) && leave.endsWith(";")
                ? line + 2
                : 0;
    }

    /** The line of a return that is all that follows in the block, or -1. */
    private int returnBehind(int release, String indent) {
        int number = release + 1;
        while (lines.line(number).isBlank() && number < release + 3) {
            number++;
        }
        boolean ends = lines.line(number).startsWith(indent + "return ")
                && lines.line(number).strip().endsWith(";")
                && lines.line(number + 1).strip().startsWith("}");
        return ends ? number : -1;
    }

    /** The closing lines stand where the line of the second statement was. */
    private static List<TextEdit> merged(List<TextEdit> edits) {
        TextEdit removed = edits.get(0);
        TextEdit closing = edits.get(edits.size() - 1);
        List<TextEdit> result = new ArrayList<>(edits.subList(1, edits.size()));
        if (closing.span().startLine() == removed.span().startLine()) {
            result.set(result.size() - 1, new TextEdit(removed.file(), removed.span(), closing.replacement()));
        } else {
            result.add(removed);
        }
        return result;
    }

    private String unit(Function function, String indent) {
        Span body = function.bodySpan();
        String outer = body == null ? "" : lines.indent(body.startLine());
        String unit = body == null ? "" : lines.unit(body);
        if (indent.startsWith("\t")) {
            return "\t";
        }
        return !unit.isEmpty() && indent.startsWith(outer) ? unit : "    ";
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
