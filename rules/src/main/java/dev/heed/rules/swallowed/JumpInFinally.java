package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A jump out of a finally drops the cancellation on its way through it.
 *
 * <h2>What it does</h2>
 * <p>Reports a {@code return}, {@code break}, {@code continue} or {@code throw} by which a {@code finally} is left while an
 * interrupt, or the cancellation of the own task, may be in flight through it, unless the status is set again.
 *
 * <h2>Why is this bad</h2>
 * <p>A {@code finally} that does not end normally replaces what was thrown by its own jump, without a trace: no handler, no log,
 * no suppressed exception. The method returns a value as if it had done its work, the loop takes its next turn, or callers see a
 * failure of the cleanup where there was a request to stop.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_returns_result.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_returns_behind.java}
 * <p>A failed cleanup can be told without hiding what it came after:
 * <p>{@code java/good_suppressed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>loops wholly inside of the {@code finally}, and jumps that only those take
 *   <li>nothing that can be interrupted in the {@code try}, or a {@code catch} before the {@code finally} that takes it all
 *   <li>the status set again before the jump
 *   <li>work that ends there: the end of the thread's own method
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: what the jump was to achieve besides, such as hiding failures of the cleanup, has to be said otherwise.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>Java Language Specification, 14.20.2: if the finally block completes abruptly for reason S, the try statement does, and
 *     what was thrown is discarded
 *   <li>{@link java.lang.Throwable#addSuppressed(Throwable) Throwable.addSuppressed}
 * </ul>
 */
@RuleInfo(
        name = "jump-in-finally",
        summary = "A jump out of a finally drops the cancellation on its way through it",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {584},
        languages = Language.JAVA,
        triggers = Trigger.FINALLY)
public final class JumpInFinally implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : function.signals()) {
            if (signal.start() == SignalFates.Start.FINALLY && signal.signal() != Signal.OUTCOME) {
                Handlers.worst(signal)
                        .filter(outcome -> outcome.fate() == Fate.LOST || outcome.fate() == Fate.CONVERTED)
                        .filter(outcome -> reported.add(signal.place()))
                        .ifPresent(outcome -> findings.accept(finding(function, signal, outcome)));
            }
        }
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome outcome) {
        String name = function.function().displayName();
        return new Finding(
                "jump-in-finally",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                signal.place(),
                name,
                message(name, signal, outcome),
                PathSteps.of(function, signal, outcome),
                List.of(),
                outcome.fate() == Fate.CONVERTED
                        ? "Throw from the finally only if nothing else is on its way; else add the failure of the cleanup to it"
                                + " with addSuppressed."
                        : "Let the finally end normally, and put the jump behind it; what is thrown goes on then.",
                List.of());
    }

    private static String message(String name, SignalFates signal, Outcome outcome) {
        String what = "The '" + Types.simpleName(signal.type()) + "' that '"
                + signal.deliveries().get(0).by() + "' delivers is dropped when the finally is left here: ";
        String then;
        if (outcome.fate() == Fate.CONVERTED) {
            then = "callers of '" + name + "' see another exception, and no request to stop";
        } else if (outcome.looped()) {
            then = "'" + name + "' goes on with its loop, and whoever asked it to stop waits";
        } else if (outcome.has(Event.Kind.RETURNED)) {
            then = "'" + name + "' returns as if nothing had happened";
        } else {
            then = "'" + name + "' goes on as if nothing had happened";
        }
        return what + then + Handlers.assumption(signal) + ".";
    }
}
