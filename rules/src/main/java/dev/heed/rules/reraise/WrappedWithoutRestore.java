package dev.heed.rules.reraise;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.RestoreFix;
import java.util.List;
import java.util.function.Consumer;

/**
 * An interrupt becomes another exception, and its status is lost.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that may hold an interrupt and throws an exception of another kind while the interrupt
 * status is clear.
 *
 * <h2>Why is this bad</h2>
 * <p>The caller gets a failure. Retry loops, fallbacks and error counters treat it as one, and the next wait of the
 * thread blocks as if nobody had asked it to stop. The cause inside the wrapper helps a reader of the log, not the
 * code above.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_runtime_exception.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_runtime_exception.fixed.java}
 * <p>In a handler for several types, only for the interrupt:
 * <p>{@code java/bad_multi_catch.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the exception is a cancellation by its type: {@code InterruptedException} and its subclasses,
 *     {@code InterruptedIOException}, {@code CancellationException}, carriers by model such as Kafka's
 *     {@code InterruptException}
 *   <li>the constructor of the exception, or a helper, restores
 *   <li>a {@code finally} restores before the exception leaves
 *   <li>it ends a thread that the code makes itself, {@code main}, a command of a command line, or a test
 *   <li>the exception went to a future or promise
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe: {@code Thread.currentThread().interrupt()} is added just before the {@code throw}, under an
 * {@code instanceof} where the handler takes other exceptions too.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}: the wait throws, and the status is clear then
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 *   <li>{@link java.io.InterruptedIOException}
 * </ul>
 */
@RuleInfo(
        name = "wrapped-without-restore",
        summary = "An interrupt becomes another exception, and its status is lost",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {755, 392},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class WrappedWithoutRestore implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            Handlers.worst(signal, Fate.CONVERTED)
                    .filter(outcome ->
                            Handlers.interruptsOther(function, signal).isEmpty())
                    .ifPresent(outcome -> findings.accept(finding(function, signal, outcome)));
        }
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome converted) {
        String name = function.function().displayName();
        String type = converted.thrownType();
        String thrown = type == null || type.equals("?") ? "another exception" : "'" + Types.simpleName(type) + "'";
        String message = "The interrupt leaves '" + name + "' as " + thrown
                + " without its status: callers take it for a failure, and go on"
                + Handlers.assumption(signal) + ".";
        return new Finding(
                "wrapped-without-restore",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                signal.place(),
                name,
                message,
                PathSteps.of(function, signal, converted),
                List.of(),
                "Declare the interrupt and let it through where the signature allows; else call"
                        + " Thread.currentThread().interrupt() before throwing.",
                RestoreFix.of(function, signal));
    }
}
