package dev.heed.rules.reraise;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.LeaveLoopFix;
import dev.heed.rules.support.PathSteps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The interrupt status is set again inside a loop that waits again: every wait is aborted at once. */
@RuleInfo(
        name = "interrupt-spin",
        summary = "The status is restored inside a loop that waits again, so that every wait is aborted at once",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {705, 835},
        languages = Language.JAVA)
public final class InterruptSpin implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : function.signals()) {
            if (signal.signal() == Signal.INTERRUPT) {
                signal.first(Fate.SPIN).ifPresent(spin -> {
                    Span place = place(signal, spin);
                    if (reported.add(place)) {
                        findings.accept(finding(function, signal, spin, place));
                    }
                });
            }
        }
    }

    /** The call that sets the status. */
    private static Span place(SignalFates signal, Outcome spin) {
        return spin.events().stream()
                .filter(event -> event.kind() == Event.Kind.RESTORED)
                .map(Event::span)
                .findFirst()
                .orElse(signal.deliveries().get(0).origin());
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome spin, Span place) {
        String name = function.function().displayName();
        String call = spin.stall() == null
                ? "the next wait"
                : "'" + spin.stall().callee().name() + "'";
        String why = signal.start() == SignalFates.Start.WAKE
                ? "Nothing in the loop looks at the interrupt status: once it is set, "
                : "The interrupt status is set again inside the loop: ";
        String message = why + call + " gives up at once on every turn, and '" + name
                + "' spins until something else ends the loop" + Handlers.assumption(signal) + ".";
        List<Fix> fixes = LeaveLoopFix.of(function, signal);
        return new Finding(
                "interrupt-spin",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                place,
                name,
                message,
                PathSteps.of(function, signal, spin),
                List.of(),
                "Leave the loop after the interrupt; or, where the wait must go on, remember it in a local and restore the"
                        + " status once, behind the loop.",
                fixes);
    }
}
