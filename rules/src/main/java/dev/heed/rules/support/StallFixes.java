package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a status that is restored before something that waits: restore it behind that where both stand in the handler,
 * run a cleanup with a clear status, or keep the interrupt in a local to the end of the function.
 */
public final class StallFixes {
    private final FunctionFates fates;
    private final Function function;
    private final Handler.TryStatement statement;
    private final Handler.CatchText text;
    private final SourceLines lines;
    private final Span restored;
    private final Op.Call stall;

    private StallFixes(
            FunctionFates fates,
            Handler.Clause clause,
            Handler.CatchText text,
            SourceLines lines,
            Span restored,
            Op.Call stall) {
        this.fates = fates;
        function = fates.function();
        statement = clause.statement();
        this.text = text;
        this.lines = lines;
        this.restored = restored;
        this.stall = stall;
    }

    /**
     * The fixes, best first.
     *
     * @param restored the call that sets the status
     * @param stalled a path from there to a call that waits
     */
    public static List<Fix> of(FunctionFates fates, SignalFates signal, Span restored, Outcome stalled) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        Op.Call stall = stalled.stall();
        SourceLines lines = SourceLines.of(fates.function().file()).orElse(null);
        if (clause == null
                || text == null
                || stall == null
                || lines == null
                || stall.kind() == Op.CallKind.IMPLICIT_CLOSE
                || !text.body().contains(restored)
                || !lines.isAlone(restored)) {
            return List.of();
        }
        return new StallFixes(fates, clause, text, lines, restored, stall).build();
    }

    private List<Fix> build() {
        Optional<Fix> fix;
        if (text.body().contains(stall.span())) {
            fix = moved();
        } else {
            fix = shielded().or(this::deferred);
        }
        return fix.map(List::of).orElse(List.of());
    }

    /** Restores at the end of the handler. */
    private Optional<Fix> moved() {
        String indent = lines.indent(restored.startLine());
        boolean isDirect = indent.equals(lines.indent(text.body().endLine()) + lines.unit(text.body()));
        List<Span> exits = exits();
        BlockEdits block = new BlockEdits(function.file(), lines);
        List<String> again = List.of(lines.line(restored.startLine()).strip());
        TextEdit edit;
        if (!isDirect || exits.size() > 1) {
            return Optional.empty();
        } else if (exits.isEmpty()) {
            edit = block.atEnd(text.body(), again);
        } else if (lines.isBlankBetween(exits.get(0), text.body())
                && block.canInsertBefore(exits.get(0))
                && !exits.get(0).contains(stall.span())) {
            edit = block.before(exits.get(0), again);
        } else {
            return Optional.empty();
        }
        int line = restored.startLine();
        TextEdit removed = new TextEdit(function.file(), new Span(line, 1, line + 1, 1), "");
        return Optional.of(new Fix(
                "Restore the interrupt status at the end of the handler", Fix.Safety.UNSAFE, List.of(removed, edit)));
    }

    private List<Span> exits() {
        List<Span> exits = new ArrayList<>();
        for (Block block : function.blocks()) {
            Terminator end = block.terminator();
            boolean isJump = end instanceof Terminator.Goto jump
                    && (jump.jump() == Terminator.Jump.BREAK || jump.jump() == Terminator.Jump.CONTINUE);
            boolean isThrow = end instanceof Terminator.Throw thrown && !thrown.isImplicit();
            if (text.body().contains(end.span())
                    && (isJump || isThrow || lines.from(end.span()).startsWith("return"))
                    && !exits.contains(end.span())) {
                exits.add(end.span());
            }
        }
        return exits;
    }

    /** Runs the finally in which the wait stands with a clear status. */
    private Optional<Fix> shielded() {
        DeferredRestore defer = new DeferredRestore(fates, lines);
        Span cleanup = finallyAround(stall.span()).orElse(null);
        String name = defer.name().orElse(null);
        if (cleanup == null
                || name == null
                || !lines.line(cleanup.startLine()).strip().endsWith("{")) {
            return Optional.empty();
        }
        String thread = new JavaNames(fates, lines).of("java.lang.Thread");
        int from = cleanup.startLine() + 1;
        while (from < cleanup.endLine() && lines.line(from).isBlank()) {
            from++;
        }
        List<TextEdit> edits = lines.line(cleanup.endLine()).strip().startsWith("}")
                ? defer.shielded(
                        from,
                        cleanup.endLine() - 1,
                        List.of("boolean " + name + " = " + thread + ".interrupted();"),
                        name)
                : List.of();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(
                        "Run the cleanup with a clear status, and restore it behind", Fix.Safety.UNSAFE, edits));
    }

    private Optional<Span> finallyAround(Span span) {
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                Span cleanup = op instanceof Op.CatchEntry entry
                        ? entry.clause().statement().finallyBody()
                        : null;
                if (cleanup != null && cleanup.contains(span)) {
                    return Optional.of(cleanup);
                }
            }
        }
        return Optional.empty();
    }

    /** Keeps the interrupt in a local until the block ends that the try stands in: that of the function. */
    private Optional<Fix> deferred() {
        Span body = function.bodySpan();
        DeferredRestore defer = new DeferredRestore(fates, lines);
        String name = defer.name().orElse(null);
        if (body == null
                || name == null
                || !lines.startsLine(statement.span())
                || !lines.line(body.endLine()).strip().startsWith("}")
                || !lines.indent(statement.span().startLine())
                        .equals(lines.indent(body.startLine()) + lines.unit(body))) {
            return Optional.empty();
        }
        TextEdit set = new TextEdit(function.file(), restored, name + " = true");
        List<TextEdit> edits = defer.around(
                statement.span().startLine(), body.endLine() - 1, "boolean " + name + " = false;", name, List.of(set));
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fix("Remember the interrupt, and restore the status at the end", Fix.Safety.UNSAFE, edits));
    }
}
