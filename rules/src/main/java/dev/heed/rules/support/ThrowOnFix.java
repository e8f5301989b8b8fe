package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Throws an unchecked cancel on where its handler would keep it. */
public final class ThrowOnFix {
    private ThrowOnFix() {}

    /** The fix that suits a handler; none where more than one statement leaves it. */
    public static List<Fix> of(FunctionFates fates, SignalFates signal, Outcome lost) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        if (text == null || signal.signal() != Signal.CANCEL) {
            return List.of();
        }
        boolean onlyCancel = signal.named() && text.typeSpans().size() == 1;
        Set<Span> jumps = jumps(fates.function(), text.body());
        return SourceLines.of(fates.function().file())
                .filter(lines -> !onlyCancel || jumps.isEmpty() || isWritten(lines, jumps))
                .map(lines -> edit(fates.function(), signal, text, onlyCancel, jumps, lines))
                .map(edit -> List.of(new Fix(
                        "Throw the cancel on",
                        onlyCancel && !lost.looped() ? Fix.Safety.SAFE : Fix.Safety.UNSAFE,
                        List.of(edit))))
                .orElse(List.of());
    }

    private static TextEdit edit(
            Function function,
            SignalFates signal,
            Handler.CatchText text,
            boolean onlyCancel,
            Set<Span> jumps,
            SourceLines lines) {
        BlockEdits edits = new BlockEdits(function.file(), lines);
        String name = text.parameterName();
        if (!onlyCancel) {
            String type = signal.type().replace('$', '.');
            return edits.atStart(
                    text.body(), List.of("if (" + name + " instanceof " + type + " cancel) {", "\tthrow cancel;", "}"));
        }
        String statement = "throw " + name + ";";
        return jumps.isEmpty()
                ? edits.atEnd(text.body(), List.of(statement))
                : new TextEdit(function.file(), jumps.iterator().next(), statement);
    }

    /** Whether the one statement that leaves the handler stands there as such. */
    private static boolean isWritten(SourceLines lines, Set<Span> jumps) {
        String text = jumps.size() == 1 ? lines.from(jumps.iterator().next()) : "";
        return text.startsWith("return") || text.startsWith("continue") || text.startsWith("break");
    }

    private static Set<Span> jumps(Function function, Span body) {
        return function.blocks().stream()
                .map(Block::terminator)
                .filter(end -> body.contains(end.span()))
                .filter(end -> end instanceof Terminator.Return
                        || (end instanceof Terminator.Throw thrown && !thrown.isImplicit())
                        || (end instanceof Terminator.Goto jump
                                && (jump.jump() == Terminator.Jump.BREAK || jump.jump() == Terminator.Jump.CONTINUE)))
                .map(Terminator::span)
                .collect(Collectors.toSet());
    }
}
