package dev.heed.rules.reraise;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The interrupt status is set again, and then the same path waits: that wait is aborted at once. */
@RuleInfo(
        name = "restored-then-blocks",
        summary = "The status is restored, and then the same path waits again in vain",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {705, 755},
        languages = Language.JAVA)
public final class RestoredThenBlocks implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : function.signals()) {
            if (signal.signal() != Signal.INTERRUPT || signal.start() == SignalFates.Start.CALLEE) {
                continue;
            }
            Optional<Outcome> stalled = signal.outcomes().stream()
                    .filter(o -> o.fate() == Fate.STALLED && o.restored())
                    .filter(o -> !o.stallEscapes() || isCleanup(function.function(), signal, o))
                    .findFirst();
            stalled.ifPresent(outcome -> {
                Span place = outcome.events().stream()
                        .filter(event -> event.kind() == Event.Kind.RESTORED)
                        .map(Event::span)
                        .findFirst()
                        .orElse(signal.place());
                if (reported.add(place)) {
                    findings.accept(finding(function, signal, outcome, place));
                }
            });
        }
    }

    /**
     * Whether the aborted call is part of the cleanup after the signal. Elsewhere the interrupt that it throws, and that leaves
     * the function, is just what the caller should see.
     */
    private static boolean isCleanup(Function function, SignalFates signal, Outcome stalled) {
        Handler.CatchText text =
                signal.clause() == null ? null : signal.clause().text();
        Op.Call call = stalled.stall();
        if (text == null || call == null) {
            return false;
        }
        if (call.kind() == Op.CallKind.IMPLICIT_CLOSE || text.body().contains(call.span())) {
            return true;
        }
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                Span cleanup = op instanceof Op.CatchEntry entry
                        ? entry.clause().statement().finallyBody()
                        : null;
                if (cleanup != null && cleanup.contains(call.span())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome stalled, Span place) {
        String name = function.function().displayName();
        String call = stalled.stall() == null
                ? "the next wait"
                : "'" + stalled.stall().callee().name() + "'";
        String message = "The interrupt status is set again before " + call + ": that call gives up at once, and '"
                + name + "' goes on without what it was to wait for" + Handlers.assumption(signal) + ".";
        return new Finding(
                "restored-then-blocks",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                place,
                name,
                message,
                PathSteps.of(function, signal, stalled),
                List.of(),
                "Do what must be waited for first, and set the status again at the very end: in a finally, or through a local"
                        + " that remembers the interrupt.",
                List.of());
    }
}
