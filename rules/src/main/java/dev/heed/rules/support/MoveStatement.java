package dev.heed.rules.support;

import dev.heed.engine.ir.Handler;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.regex.Pattern;

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
        return isFirstLine(expression, statement) ? moved(expression, statement) : List.of();
    }

    /**
     * The same for a statement that others stand in front of, which then run after it.
     *
     * @param names what the statement mentions; nothing in front of it in the try may do so
     */
    public List<TextEdit> overOthers(Span expression, Handler.TryStatement statement, Pattern names) {
        int first = statement.body().startLine() + 1;
        int line = expression.startLine();
        String indent = lines.indent(line);
        for (int number = first; number < line; number++) {
            String text = lines.line(number);
            boolean isPlain = text.isBlank()
                    || (lines.indent(number).equals(indent)
                            && text.strip().endsWith(";")
                            && !names.matcher(text).find());
            if (!isPlain) {
                return List.of();
            }
        }
        boolean isOnOwnLine = lines.line(statement.span().startLine()).strip().equals("try {")
                && statement.span().startLine() == statement.body().startLine();
        return isOnOwnLine && first < line && lines.isAlone(expression) ? moved(expression, statement) : List.of();
    }

    private List<TextEdit> moved(Span expression, Handler.TryStatement statement) {
        BlockEdits edits = new BlockEdits(file, lines);
        if (!edits.canInsertBefore(statement.span())) {
            return List.of();
        }
        int line = expression.startLine();
        return List.of(
                edits.before(statement.span(), List.of(lines.line(line).strip())),
                new TextEdit(file, new Span(line, 1, line + 1, 1), ""));
    }

    private boolean isFirstLine(Span expression, Handler.TryStatement statement) {
        Span body = statement.body();
        int line = expression.startLine();
        if (line >= body.endLine() || !lines.isAlone(expression)) {
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
