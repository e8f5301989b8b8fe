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
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.LeaveLoopFix;
import dev.heed.rules.support.PathSteps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The status is restored inside a loop that waits again, so that every wait is aborted at once.
 *
 * <h2>What it does</h2>
 * <p>Reports a call that sets the interrupt status on a path that goes round a loop and comes to an interruptible
 * call again, with no test in between that would leave.
 *
 * <h2>Why is this bad</h2>
 * <p>An interruptible call that is reached with the status set throws at once, without waiting. The handler sets
 * the status again, and the loop turns as fast as the processor can: it fills the log, burns a core, and holds what
 * it holds. In a retry loop all back-offs become zero.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_take_forever.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_restored_after_loop.java}
 * <p>Or leave the loop:
 * <p>{@code java/bad_take_forever.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the loop is left, or its condition or body tests the status or a flag that the handler writes, before it
 *     waits again
 *   <li>a helper that restores tells by its result, and the loop listens
 *   <li>loops that end by themselves and begin no new work: each turn only gives up one more wait
 *   <li>what follows in the loop cannot be interrupted
 *   <li>the status is cleared before the next wait
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: {@code return;} is added behind the restore in a method without a result. That ends a loop which went
 * on until now.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.BlockingQueue#take() BlockingQueue.take()} and all its kind:
 *     InterruptedException if interrupted while waiting
 *   <li>{@link java.lang.Object#wait() Object.wait()}: also if interrupted <em>before</em> waiting
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption", listing 7.7: a noncancelable
 *     task restores before it returns
 * </ul>
 */
@RuleInfo(
        name = "interrupt-spin",
        summary = "The status is restored inside a loop that waits again, so that every wait is aborted at once",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {705, 835},
        languages = Language.JAVA,
        triggers = {Trigger.HANDLER, Trigger.POLL, Trigger.WAKE, Trigger.RESTORED_RETURN})
public final class InterruptSpin implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : function.signals()) {
            if (signal.signal() == Signal.INTERRUPT && signal.start() != SignalFates.Start.FINALLY) {
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
                .orElse(
                        signal.start() == SignalFates.Start.CALLEE
                                ? signal.deliveries().get(0).origin()
                                : signal.place());
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome spin, Span place) {
        String name = function.function().displayName();
        String call = spin.stall() == null
                ? "the next wait"
                : "'" + spin.stall().callee().name() + "'";
        String why = signal.start() == SignalFates.Start.WAKE
                ? "Nothing in the loop looks at the interrupt status: once it is set, "
                : "The interrupt status is set again inside the loop: ";
        // A loop with an end of its own rushes through the turns that are left. That may do no more than waste a few
        // attempts, and what should become of the rest is the author's to say.
        String end = spin.bounded()
                ? "' rushes through the turns that are left"
                : "' spins until something else ends the loop";
        String message =
                why + call + " gives up at once on every turn, and '" + name + end + Handlers.assumption(signal) + ".";
        List<Fix> fixes = spin.bounded() ? List.of() : LeaveLoopFix.of(function, signal, spin);
        return new Finding(
                "interrupt-spin",
                spin.bounded() ? Level.NOTE : Level.WARNING,
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
