package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Remembers an interrupt in a local, and restores the status when a piece of code is done. */
final class DeferredRestore {
    private static final List<String> NAMES = List.of("interrupted", "wasInterrupted", "gotInterrupted");
    private static final Pattern LEAVES = Pattern.compile("\\b(?:return|throw)\\b");

    private final Function function;
    private final SourceLines lines;
    private final RegionEdits region;
    private final String restore;

    DeferredRestore(FunctionFates function, SourceLines lines) {
        this.function = function.function();
        this.lines = lines;
        region = new RegionEdits(function.function().file(), lines);
        restore = JavaNames.restore(function, lines);
    }

    /** A name for the local that the function does not use yet. */
    Optional<String> name() {
        Span body = function.bodySpan();
        if (body == null) {
            return Optional.empty();
        }
        return NAMES.stream()
                .filter(name ->
                        function.variables().stream().map(Variable::name).noneMatch(name::equals)
                                && !mentions(
                                        Pattern.compile("\\b" + name + "\\b(?!\\()"), body.startLine(), body.endLine()))
                .findFirst();
    }

    private boolean mentions(Pattern pattern, int from, int to) {
        for (int number = from; number <= to; number++) {
            if (pattern.matcher(lines.line(number)).find()) {
                return true;
            }
        }
        return false;
    }

    private List<String> restored(String name) {
        return List.of("if (" + name + ") {", "\t" + restore + ";", "}");
    }

    /**
     * Restores behind a statement; in a finally, if it may be left otherwise.
     *
     * @param inside the edits that set the local
     * @return empty where the layout is not the usual one
     */
    List<TextEdit> around(Span statement, String name, List<TextEdit> inside) {
        int from = statement.startLine();
        int to = statement.endLine();
        String last = lines.line(to).substring(Math.min(lines.line(to).length(), statement.endColumn() - 1));
        BlockEdits block = new BlockEdits(function.file(), lines);
        if (!block.canInsertBefore(statement)
                || !(last.isBlank() || last.strip().startsWith("//"))
                || !region.isOneBlock(from, to)) {
            return List.of();
        }
        return edits(from, to, "boolean " + name + " = false;", name, inside, mentions(LEAVES, from, to));
    }

    /**
     * Restores at the end of a block of lines.
     *
     * @param from the first line to be done without the status
     * @param to the last line
     * @param declaration of the local
     */
    List<TextEdit> around(int from, int to, String declaration, String name, List<TextEdit> inside) {
        return region.isOneBlock(from, to)
                ? edits(from, to, declaration, name, inside, mentions(LEAVES, from, to))
                : List.of();
    }

    /** The same, in a finally in any case. */
    List<TextEdit> shielded(int from, int to, List<String> head, String name) {
        return region.isOneBlock(from, to)
                ? region.inTry(from, to, head, restored(name), unit(from), List.of())
                : List.of();
    }

    private List<TextEdit> edits(
            int from, int to, String declaration, String name, List<TextEdit> inside, boolean mayLeave) {
        String unit = unit(from);
        if (mayLeave) {
            return region.inTry(from, to, List.of(declaration), restored(name), unit, inside);
        }
        String indent = lines.indent(from);
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(function.file(), new Span(from, 1, from, 1), indent + declaration + lines.lineEnd()));
        edits.addAll(inside);
        StringBuilder text = new StringBuilder();
        restored(name)
                .forEach(line ->
                        text.append(indent).append(line.replace("\t", unit)).append(lines.lineEnd()));
        edits.add(new TextEdit(function.file(), new Span(to + 1, 1, to + 1, 1), text.toString()));
        return edits;
    }

    private String unit(int line) {
        Span body = function.bodySpan();
        String indent = lines.indent(line);
        if (indent.startsWith("\t") || body == null) {
            return "\t";
        }
        String unit = lines.unit(body);
        return unit.isBlank() && !unit.isEmpty() ? unit : "    ";
    }
}
