package dev.heed.rules.support;

import dev.heed.engine.ir.Handler;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;

/** Moves the first statement of a try in front of it. */
public final class MoveStatement {
    private final SourceFile file;
    private final SourceLines lines;

    public MoveStatement(SourceFile file, SourceLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * The edits that move a statement in front of a try.
     *
     * @param expression the expression that is the statement, without its semicolon
     * @return empty where the layout is not the usual one: a statement on a line of its own, the first of its try, which has
     *     no resources
     */
    public List<TextEdit> beforeTry(Span expression, Handler.TryStatement statement) {
        BlockEdits edits = new BlockEdits(file, lines);
        if (!isFirstLine(expression, statement) || !edits.canInsertBefore(statement.span())) {
            return List.of();
        }
        int line = expression.startLine();
        return List.of(
                edits.before(statement.span(), List.of(lines.text(expression) + ";")),
                new TextEdit(file, new Span(line, 1, line + 1, 1), ""));
    }

    private boolean isFirstLine(Span expression, Handler.TryStatement statement) {
        Span body = statement.body();
        int line = expression.startLine();
        String text = lines.line(line);
        if (expression.endLine() != line
                || line >= body.endLine()
                || !lines.startsLine(expression)
                || !text.substring(expression.endColumn() - 1).strip().equals(";")) {
            return false;
        }
        boolean opens =
                lines.line(body.startLine()).substring(body.startColumn()).isBlank();
        boolean plain = statement.span().startLine() == body.startLine()
                && body.startColumn() - statement.span().startColumn() <= "try ".length();
        for (int between = body.startLine() + 1; between < line; between++) {
            opens &= lines.line(between).isBlank();
        }
        return opens && plain && body.startLine() < line;
    }
}
