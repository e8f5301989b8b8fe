package dev.heed.rules.support;

import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Inserts statements into a block of Java, with the layout of its surroundings. */
public final class BlockEdits {
    private final SourceFile file;
    private final SourceLines lines;

    public BlockEdits(SourceFile file, SourceLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Puts statements at the end of a block.
     *
     * @param block from brace to brace
     * @param statements lines without indentation; a line may begin with {@code "\t"} for one more level
     */
    public TextEdit atEnd(Span block, List<String> statements) {
        String outer = lines.indent(block.startLine());
        String unit = lines.unit(block);
        if (block.startLine() == block.endLine()) {
            String inside = lines.text(block);
            inside = inside.isEmpty()
                    ? ""
                    : inside.substring(1, inside.length() - 1).strip();
            List<String> all = new ArrayList<>();
            if (!inside.isEmpty()) {
                all.add(inside);
            }
            all.addAll(statements);
            return new TextEdit(file, block, "{" + lines.lineEnd() + indented(all, outer + unit, unit) + outer + "}");
        }
        Span brace = new Span(block.endLine(), block.endColumn() - 1, block.endLine(), block.endColumn());
        if (lines.startsLine(brace)) {
            String inner = lines.indent(block.endLine()) + unit;
            Span line = new Span(block.endLine(), 1, block.endLine(), 1);
            return new TextEdit(file, line, indented(statements, inner, unit));
        }
        return new TextEdit(file, brace.before(), lines.lineEnd() + indented(statements, outer + unit, unit) + outer);
    }

    /** Puts statements at the start of a block. */
    public TextEdit atStart(Span block, List<String> statements) {
        if (block.startLine() == block.endLine()) {
            return atEnd(block, statements);
        }
        String unit = lines.unit(block);
        String inner = lines.indent(block.startLine()) + unit;
        Span behind = new Span(block.startLine(), block.startColumn() + 1, block.startLine(), block.startColumn() + 1);
        String text = indented(statements, inner, unit);
        return new TextEdit(
                file,
                behind,
                lines.lineEnd()
                        + text.substring(0, text.length() - lines.lineEnd().length()));
    }

    /** Whether a statement begins its line, so that others can be put in front of it. */
    public boolean canInsertBefore(Span statement) {
        if (!lines.startsLine(statement)) {
            return false;
        }
        // Behind "if (x)", "else" or a label on the line above, a second statement would fall out of the branch.
        for (int number = statement.startLine() - 1; number > 0; number--) {
            String above = lines.line(number).strip();
            if (!above.isEmpty() && !above.startsWith("//") && !above.startsWith("*")) {
                return above.endsWith("{")
                        || above.endsWith(";")
                        || above.endsWith("}")
                        || above.endsWith("*/")
                        || above.contains("//");
            }
        }
        return false;
    }

    /** Puts statements in front of a statement that begins its line. */
    public TextEdit before(Span statement, List<String> statements) {
        String indent = lines.indent(statement.startLine());
        String text = indented(statements, indent, indent.startsWith("\t") ? "\t" : "    ");
        return new TextEdit(file, statement.before(), text.substring(indent.length()) + indent);
    }

    private String indented(List<String> statements, String indent, String unit) {
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            text.append(indent).append(statement.replace("\t", unit)).append(lines.lineEnd());
        }
        return text.toString();
    }
}
