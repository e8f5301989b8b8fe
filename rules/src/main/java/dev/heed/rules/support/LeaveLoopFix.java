package dev.heed.rules.support;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves a loop whose waits are all aborted because the status is set. */
public final class LeaveLoopFix {
    private LeaveLoopFix() {}

    /** The fixes, best first; none where it cannot be written down how the loop is to be left. */
    public static List<Fix> of(FunctionFates function, SignalFates signal, Outcome spin) {
        if (signal.start() == SignalFates.Start.CALLEE) {
            return behindHelper(function, signal);
        }
        Optional<Span> restore = spin.events().stream()
                .filter(event -> event.kind() == Event.Kind.RESTORED)
                .map(Event::span)
                .findFirst();
        return restore.isEmpty() ? List.of() : LoopFixes.of(function, signal, restore.get());
    }

    /** Asks for the status behind a helper that has set it. */
    private static List<Fix> behindHelper(FunctionFates fates, SignalFates signal) {
        Function function = fates.function();
        Op.Call call = signal.deliveries().get(0).call();
        SourceLines lines = SourceLines.of(function.file()).orElse(null);
        if (call == null || lines == null || !call.isStatement() || !lines.isAlone(call.span())) {
            return List.of();
        }
        Optional<LoopText> loop = LoopText.around(fates, lines, call.span());
        Span body = function.bodySpan();
        boolean mayReturn = function.returnType().equals("void")
                && (function.kind() == Function.Kind.METHOD || function.kind() == Function.Kind.LAMBDA);
        List<String> leaves = new ArrayList<>();
        boolean goesOn = loop.isPresent() && body != null && loop.get().hasCodeBehind(body);
        if (loop.isPresent() && loop.get().hasCondition() && (!mayReturn || goesOn)) {
            leaves.add("break;");
        }
        if (mayReturn) {
            leaves.add("return;");
        }
        return leaves.stream()
                .map(leave -> new Fix(
                        "Leave the loop when the interrupt status is set",
                        Fix.Safety.UNSAFE,
                        List.of(asked(fates, lines, call.span(), leave))))
                .toList();
    }

    private static TextEdit asked(FunctionFates fates, SourceLines lines, Span call, String leave) {
        String indent = lines.indent(call.startLine());
        String unit = indent.startsWith("\t") ? "\t" : "    ";
        String thread = new JavaNames(fates, lines).of("java.lang.Thread");
        String end = lines.lineEnd();
        String text = indent + "if (" + thread + ".currentThread().isInterrupted()) {" + end + indent + unit + leave
                + end + indent + "}" + end;
        int behind = call.endLine() + 1;
        return new TextEdit(fates.function().file(), new Span(behind, 1, behind, 1), text);
    }
}
