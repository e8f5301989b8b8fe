package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Precision;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.RestoreFix;
import java.util.List;
import java.util.function.Consumer;

/**
 * A handler interrupts another thread, and loses its own interrupt.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that takes an interrupt and calls {@code interrupt()} on a thread that is not the current one, with a path
 * on which the interrupt of the current thread is lost or becomes another exception.
 *
 * <h2>Why is this bad</h2>
 * <p>Interrupting is addressed to one thread. The wait that threw has cleared the status of the thread that waited; setting
 * that of another one, be it the worker that it waited for or the thread that is kept in a field, does not bring it back. It
 * looks as if the interrupt were restored or passed on, and whoever asked this thread to stop is not obeyed.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_interrupts_worker.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_interrupts_worker.fixed.java}
 * <p>Or let it through behind the other thread's interrupt:
 * <p>{@code java/good_passed_on_and_thrown.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>both: the other thread is interrupted, and the own status is set again, or the exception thrown on
 *   <li>{@code Thread.currentThread()}, also by way of a local
 *   <li>work that ends behind the handler
 *   <li>handlers that keep the exception, or hand it to a future
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe where only {@code Thread.currentThread().interrupt()} is added before the handler leaves; the other thread stays
 * interrupted.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}: interrupts <em>this</em> thread, the one that it is called on
 * </ul>
 */
@RuleInfo(
        name = "interrupted-other-thread",
        summary = "A handler interrupts another thread, and loses its own interrupt",
        family = Family.SWALLOWED,
        precision = Precision.VERY_HIGH,
        since = "0.1.0",
        cwe = {391},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class InterruptedOtherThread implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            Handlers.worst(signal)
                    .filter(outcome -> outcome.fate() == Fate.LOST || outcome.fate() == Fate.CONVERTED)
                    .ifPresent(outcome -> Handlers.interruptsOther(function, signal)
                            .ifPresent(other -> findings.accept(finding(function, signal, outcome, other))));
        }
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome outcome, Span other) {
        String name = function.function().displayName();
        String then = outcome.fate() == Fate.CONVERTED
                ? "its own interrupt leaves '" + name + "' as another exception, without its status"
                : outcome.looped()
                        ? "its own interrupt is lost, and '" + name + "' goes on with its loop"
                        : "its own interrupt is lost, and the callers of '" + name + "' never learn of it";
        return new Finding(
                "interrupted-other-thread",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                other,
                name,
                "This handler interrupts another thread, not the one that was interrupted: " + then
                        + Handlers.assumption(signal) + ".",
                PathSteps.of(function, signal, outcome),
                List.of(),
                "Interrupt the other thread if it is to stop as well, and then throw the exception on, or call"
                        + " Thread.currentThread().interrupt() before leaving.",
                RestoreFix.of(function, signal));
    }
}
