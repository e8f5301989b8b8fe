package dev.heed.rules.support;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Optional;

/** Leaves a void method behind the restore that stands last in a handler. */
public final class LeaveLoopFix {
    private LeaveLoopFix() {}

    /** A fix if the handler ends with the restore and the method returns nothing; else none. */
    public static List<Fix> of(FunctionFates function, SignalFates signal) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        if (text == null || !function.function().returnType().equals("void")) {
            return List.of();
        }
        Optional<Span> restore = signal.first(Fate.SPIN)
                .flatMap(spin -> spin.events().stream()
                        .filter(event -> event.kind() == Event.Kind.RESTORED)
                        .map(Event::span)
                        .findFirst());
        if (restore.isEmpty() || !text.body().contains(restore.get())) {
            return List.of();
        }
        return SourceLines.of(function.function().file())
                .filter(lines -> isLast(lines, restore.get(), text.body()))
                .map(lines -> List.of(new Fix(
                        "Leave the loop after restoring the interrupt status",
                        Fix.Safety.UNSAFE,
                        List.of(new BlockEdits(function.function().file(), lines)
                                .atEnd(text.body(), List.of("return;"))))))
                .orElse(List.of());
    }

    private static boolean isLast(SourceLines lines, Span restore, Span body) {
        for (int number = restore.endLine() + 1; number < body.endLine(); number++) {
            if (!lines.line(number).isBlank()) {
                return false;
            }
        }
        return restore.endLine() < body.endLine() && lines.startsLine(restore);
    }
}
