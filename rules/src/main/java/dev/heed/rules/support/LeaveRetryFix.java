package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Retries.Retry;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves a loop of attempts at the end of a handler that went on to the next one. */
public final class LeaveRetryFix {
    private static final String INTERRUPTED_EXCEPTION = "java.lang.InterruptedException";
    private static final String RESTORE = "Thread.currentThread().interrupt();";

    private LeaveRetryFix() {}

    /** The fix that suits a handler; none if its end is not where the loop goes on. */
    public static List<Fix> of(FunctionFates fates, SignalFates signal, Retry retry) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        boolean isInterrupt = signal.type().equals(INTERRUPTED_EXCEPTION);
        if (text == null || jumps(fates.function(), text.body()) || (!isInterrupt && !signal.named())) {
            return List.of();
        }
        boolean onlySignal = signal.named() && text.typeSpans().size() == 1;
        return leaving(fates.function(), signal, retry, onlySignal, text.parameterName())
                .flatMap(statements -> SourceLines.of(fates.function().file())
                        .map(lines -> new BlockEdits(fates.function().file(), lines)
                                .atEnd(text.body(), onlySignal ? statements : guarded(text, statements))))
                .map(edit -> List.of(new Fix(title(signal), Fix.Safety.UNSAFE, List.of(edit))))
                .orElse(List.of());
    }

    private static String title(SignalFates signal) {
        return signal.signal() == Signal.INTERRUPT ? "Leave the loop, and keep the interrupt" : "Throw the cancel on";
    }

    private static Optional<List<String>> leaving(
            Function function, SignalFates signal, Retry retry, boolean onlySignal, String parameter) {
        boolean declares = function.kind() == Function.Kind.METHOD
                && function.declaredThrows().contains(signal.type());
        if (onlySignal && (declares || signal.signal() == Signal.CANCEL)) {
            return Optional.of(List.of("throw " + parameter + ";"));
        } else if (signal.signal() != Signal.INTERRUPT) {
            return Optional.empty();
        } else if (function.returnType().equals("void")) {
            return Optional.of(List.of(RESTORE, "return;"));
        }
        boolean hasSwitch =
                function.blocks().stream().anyMatch(block -> block.terminator() instanceof Terminator.Switch);
        return retry.isLeftByItsHead() && !hasSwitch ? Optional.of(List.of(RESTORE, "break;")) : Optional.empty();
    }

    private static List<String> guarded(Handler.CatchText text, List<String> statements) {
        List<String> lines = new ArrayList<>();
        lines.add("if (" + text.parameterName() + " instanceof InterruptedException) {");
        statements.forEach(statement -> lines.add("\t" + statement));
        lines.add("}");
        return lines;
    }

    /** Whether a statement in the handler jumps: then its end may not be reached. */
    private static boolean jumps(Function function, Span body) {
        for (Block block : function.blocks()) {
            Terminator end = block.terminator();
            boolean leaves = end instanceof Terminator.Return
                    || (end instanceof Terminator.Throw thrown && !thrown.isImplicit())
                    || (end instanceof Terminator.Goto jump
                            && (jump.jump() == Terminator.Jump.BREAK || jump.jump() == Terminator.Jump.CONTINUE));
            if (leaves && body.contains(end.span())) {
                return true;
            }
        }
        return false;
    }
}
