package dev.heed.rules.swallowed;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import java.util.function.Consumer;

/**
 * A broad handler takes an interrupt for a failure and loses it.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler of a broad type ({@code Exception}, {@code Throwable}, {@code IOException}) around a call
 * that may deliver an interrupt, when some path through the handler loses it.
 *
 * <h2>Why is this bad</h2>
 * <p>The handler was written for failures. An interrupt that arrives there is logged as one, replaced by a default,
 * or retried, and the status is clear: nobody above learns that the thread was asked to stop. {@code IOException}
 * belongs here because {@code InterruptedIOException} is one; {@code PipedInputStream} throws it, and so do many
 * methods that turn an interrupt into an I/O error.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_throwable_in_worker_loop.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_earlier_handler.java}
 * <p>Or a guard inside the handler:
 * <p>{@code java/good_guard_restores.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>no call inside is known to deliver an interrupt; {@code Callable.call()}, which declares {@code Exception},
 *     might, and that is not enough
 *   <li>an earlier or an inner handler takes the interrupt
 *   <li>a guard by {@code instanceof}, by a helper that is asked or given the exception, or along the chain of
 *     causes
 *   <li>a callback of which one implementation in four waits, or fewer: an interface of the project with one method.
 *     Of a service, which has more methods, one that waits is enough
 *   <li>a command of a command line: it implements or overrides something, in a file that imports a library which
 *     reads options, and the work ends behind the handler
 *   <li>{@code ClosedByInterruptException}: when it is thrown the status is set already
 *   <li>a library's method that sets the status again before it throws, as Curator's locks do, or may do so
 *   <li>{@code SocketTimeoutException}, which is an {@code InterruptedIOException} and no interrupt
 *   <li>all that <em>swallowed-interrupt</em> is silent on
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe where {@code if (e instanceof InterruptedException) Thread.currentThread().interrupt();} is added at the
 * handler's end. Unsafe where a {@code return} out of a loop comes with it.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}: the wait throws, and the status is clear then
 *   <li>{@link java.nio.channels.ClosedByInterruptException}: the status is set before it is thrown
 *   <li><a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-11.html#jls-11.2.3">JLS 11.2.3</a>: which
 *     exceptions a catch clause takes
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 * </ul>
 */
@RuleInfo(
        name = "swallowed-by-broad-catch",
        summary = "A broad handler takes an interrupt for a failure and loses it",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {396, 391},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class SwallowedByBroadCatch implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            if (!signal.named()) {
                LostInHandler.lost(function, signal)
                        .filter(lost ->
                                LostInHandler.retry(function, signal, lost).isEmpty())
                        .ifPresent(lost -> findings.accept(
                                LostInHandler.finding("swallowed-by-broad-catch", function, signal, lost)));
            }
        }
    }
}
