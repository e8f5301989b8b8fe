package dev.heed.rules.reraise;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
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
                    .filter(o -> o.fate() == Fate.STALLED && o.restored() && !o.stallEscapes())
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
