package dev.heed.rules.swallowed;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Precision;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import java.util.function.Consumer;

/**
 * An interrupt is caught and lost.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler of {@code InterruptedException} (alone, in a multi-catch, or a subclass) with a path on
 * which the interrupt is neither thrown on, nor restored, nor handed over, and on which the code then goes on or
 * returns to a caller that cannot know.
 *
 * <h2>Why is this bad</h2>
 * <p>Throwing {@code InterruptedException} clears the thread's interrupt status. Whoever catches it holds the only
 * trace of the request to stop. When the handler drops it, loops go on, {@code shutdownNow()} and
 * {@code Future.cancel(true)} have no effect, and shutdown waits until it is killed.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_worker_shut_down_by_shutdownNow.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_worker_shut_down_by_shutdownNow.fixed.java}
 * <p>Or let it through, where the signature may say so:
 * <p>{@code java/good_rethrown.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>work that ends behind the handler: the body of a thread that the code makes itself, a {@code run()}, a task
 *     of a pool, {@code main}, a command of a command line, or the end of the process
 *   <li>the same of methods that Spring runs as tasks of a pool: {@code @Async}, {@code @Scheduled}
 *   <li>loops that test a flag which the class writes before it calls {@code interrupt()}
 *   <li>helpers that restore or always throw, and exceptions whose constructor restores, such as Kafka's
 *     {@code InterruptException}
 *   <li>a local that remembers the interrupt for a later {@code finally}
 *   <li>an exception that is kept in a field, added to a collection, or given to a future
 *   <li>tests that provoke the interrupt
 *   <li>{@code InterruptedIOException} handlers around sockets, where it is a timeout
 *   <li>loops of attempts that go on to the next one, and handlers that then tell of a regular end: those are
 *     <em>retried-despite-cancel</em> and <em>cancel-becomes-success</em>
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe where the handler is the end of what it does and only {@code Thread.currentThread().interrupt()} is added
 * before it leaves. Unsafe where control flow changes: {@code throw e} in a method that declares the exception, and
 * {@code return} out of a loop that would wait again.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}: the wait throws, and the status is clear then
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 *   <li><em>Java Concurrency in Practice</em>, 7.1.2 "Interruption Policies"
 * </ul>
 */
@RuleInfo(
        name = "swallowed-interrupt",
        summary = "An interrupt is caught and lost",
        family = Family.SWALLOWED,
        precision = Precision.VERY_HIGH,
        since = "0.1.0",
        cwe = {391, 390},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class SwallowedInterrupt implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            if (signal.named()) {
                LostInHandler.lost(function, signal)
                        .filter(lost ->
                                LostInHandler.retry(function, signal, lost).isEmpty())
                        .ifPresent(lost ->
                                findings.accept(LostInHandler.finding("swallowed-interrupt", function, signal, lost)));
            }
        }
    }
}
