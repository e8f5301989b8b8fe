package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.source.Span;
import dev.heed.engine.summary.RestoredThrow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exceptions that are no signals, and that leave a function with the interrupt status set: its own, and those of callees. */
final class RestoredThrows {
    private static final int MAX = 8;

    private RestoredThrows() {}

    /**
     * One for each type.
     *
     * @param restored the paths of the function on which it restores the status and leaves
     */
    static List<RestoredThrow> of(FunctionContext context, List<Outcome> restored) {
        Map<String, RestoredThrow> found = new LinkedHashMap<>(2);
        for (Outcome outcome : restored) {
            String type = outcome.thrownType();
            if (type != null && !type.equals("?") && found.size() < MAX) {
                found.putIfAbsent(type, new RestoredThrow(type, context.function.file(), place(outcome)));
            }
        }
        for (Block block : context.function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    for (RestoredThrow thrown : by(context, call)) {
                        Dispatch dispatch = Dispatch.of(thrown.type(), block.handler(), context.facts.hierarchy());
                        if (dispatch.landings().isEmpty() && found.size() < MAX) {
                            found.putIfAbsent(thrown.type(), thrown);
                        }
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** What a call may throw so; nothing where it is not sure which body runs. */
    static List<RestoredThrow> by(FunctionContext context, Op.Call call) {
        List<Function> targets = context.calls.targets(call);
        return targets.size() == 1 && call.callee().isResolved()
                ? context.calls.summary(targets.get(0)).restoredThrows()
                : List.of();
    }

    /** Where the status was set. */
    static Span place(Outcome outcome) {
        return outcome.events().stream()
                .filter(event -> event.kind() == Event.Kind.RESTORED)
                .map(Event::span)
                .findFirst()
                .orElse(outcome.exit());
    }
}
