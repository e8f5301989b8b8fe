package dev.heed.rules.support;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Restores the interrupt status where a handler loses it, or rethrows the interrupt where the signature allows it: as late as
 * possible, so that what the handler does first still runs with a clear status.
 */
public final class RestoreFix {
    private static final String INTERRUPTED_EXCEPTION = "java.lang.InterruptedException";
    private static final String INTERRUPTED_IO = "java.io.InterruptedIOException";

    private final FunctionFates fates;
    private final Function function;
    private final String restore;
    private final JavaNames names;
    private final SignalFates signal;
    private final Handler.CatchText text;
    private final SourceLines lines;
    private final BlockEdits edits;

    private RestoreFix(FunctionFates fates, SignalFates signal, Handler.CatchText text, SourceLines lines) {
        this.fates = fates;
        function = fates.function();
        restore = JavaNames.restore(fates, lines) + ";";
        names = new JavaNames(fates, lines);
        this.signal = signal;
        this.text = text;
        this.lines = lines;
        edits = new BlockEdits(function.file(), lines);
    }

    /** The fixes that suit a handler, best first; empty if none can be written down for it. */
    public static List<Fix> of(FunctionFates fates, SignalFates signal) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        boolean isKnown = signal.named()
                || signal.type().equals(INTERRUPTED_EXCEPTION)
                || signal.type().equals(INTERRUPTED_IO);
        if (text == null || !isKnown) {
            return List.of(); // A guard by another type could also take what is no interrupt.
        }
        return SourceLines.of(fates.function().file())
                .map(lines -> new RestoreFix(fates, signal, text, lines).build())
                .orElse(List.of());
    }

    private List<Fix> build() {
        List<Outcome> bad = signal.outcomes().stream()
                .filter(o -> o.fate() == Fate.LOST || o.fate() == Fate.CONVERTED)
                .toList();
        if (bad.stream().anyMatch(o -> o.fate() == Fate.LOST && o.looped())) {
            return isInterruptedIo() ? List.of() : LoopFixes.of(fates, signal, null);
        }
        Set<Span> jumps = jumps();
        Optional<Span> only = jumps.size() == 1
                ? jumps.stream()
                        .filter(jump -> lines.isBlankBetween(jump, text.body()))
                        .findFirst()
                : Optional.empty();
        Set<Span> exits = new LinkedHashSet<>();
        boolean fallsOut = false;
        for (Outcome outcome : bad) {
            if (only.isPresent()) {
                exits.add(only.get()); // Its path may end in a finally, but this is where it leaves the handler.
            } else if (text.body().contains(outcome.exit())) {
                exits.add(outcome.exit());
            } else {
                fallsOut = true;
            }
        }
        if ((fallsOut && !jumps.isEmpty()) || (jumps.size() > 1 && passesFinally())) {
            return List.of(restored(List.of(edits.atStart(text.body(), guarded(restore)))));
        }
        if (fallsOut && exits.isEmpty() && mayRethrow()) {
            return List.of(new Fix(
                    "Rethrow the interrupt, as the signature allows",
                    Fix.Safety.SAFE,
                    List.of(edits.atEnd(text.body(), List.of("throw " + text.parameterName() + ";")))));
        }
        return List.of(restored(places(exits, fallsOut)));
    }

    private List<TextEdit> places(Set<Span> exits, boolean fallsOut) {
        if (!exits.stream().allMatch(edits::canInsertBefore)) {
            return List.of(edits.atStart(text.body(), guarded(restore)));
        }
        List<TextEdit> result = new ArrayList<>();
        exits.stream()
                .sorted(Comparator.naturalOrder())
                .forEach(exit -> result.add(edits.before(exit, guarded(restore))));
        if (fallsOut) {
            result.add(edits.atEnd(text.body(), guarded(restore)));
        }
        return result;
    }

    private Fix restored(List<TextEdit> edits) {
        List<TextEdit> all = new ArrayList<>(names.imports());
        all.addAll(edits);
        return new Fix("Restore the interrupt status", Fix.Safety.SAFE, all);
    }

    /** Statements under a guard where the handler takes more than interrupts. */
    private List<String> guarded(String... statements) {
        boolean onlyInterrupts = signal.named() && text.typeSpans().size() == 1;
        if (onlyInterrupts) {
            return List.of(statements);
        }
        List<String> lines = new ArrayList<>();
        lines.add("if (" + guard() + ") {");
        for (String statement : statements) {
            lines.add("\t" + statement);
        }
        lines.add("}");
        return lines;
    }

    private boolean isInterruptedIo() {
        return !signal.named() && signal.type().equals(INTERRUPTED_IO);
    }

    private String guard() {
        String parameter = text.parameterName();
        if (!isInterruptedIo()) {
            return parameter + " instanceof InterruptedException";
        }
        // A timeout of a socket is one, too, and no interrupt.
        return parameter + " instanceof " + names.of(INTERRUPTED_IO) + " && !(" + parameter + " instanceof "
                + names.of("java.net.SocketTimeoutException") + ")";
    }

    private boolean mayRethrow() {
        return function.kind() == Function.Kind.METHOD
                && signal.named()
                && text.typeSpans().size() == 1
                && function.declaredThrows().contains(signal.type());
    }

    /** The statements that leave the handler before its end, or at it. */
    private Set<Span> jumps() {
        Set<Span> jumps = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            if (leaves(block.terminator())) {
                jumps.add(block.terminator().span());
            }
        }
        return jumps;
    }

    /** Whether a return of the handler leads through a finally: then paths do not tell which return they took. */
    private boolean passesFinally() {
        return function.blocks().stream()
                .map(Block::terminator)
                .anyMatch(end -> end instanceof Terminator.Goto jump
                        && leaves(end)
                        && jump.jump() == Terminator.Jump.FALL_THROUGH);
    }

    private boolean leaves(Terminator end) {
        if (!text.body().contains(end.span())) {
            return false;
        } else if (end instanceof Terminator.Throw thrown) {
            return !thrown.isImplicit();
        } else if (end instanceof Terminator.Goto jump) {
            return jump.jump() == Terminator.Jump.BREAK
                    || jump.jump() == Terminator.Jump.CONTINUE
                    || lines.from(jump.span()).startsWith("return"); // on its way to a finally
        }
        return end instanceof Terminator.Return && lines.from(end.span()).startsWith("return");
    }
}
