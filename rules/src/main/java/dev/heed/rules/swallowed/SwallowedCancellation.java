package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.OwnCancels;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The cancel of the own task is caught and lost.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that takes the exception by which a library tells a task that it is cancelled, by its name or as a
 * {@code RuntimeException} or {@code Exception}, with a path on which that exception is neither thrown on, nor handed over, nor told
 * of. Which exceptions those are say the models: {@code CancelledException} of the reference runtime, IntelliJ's
 * {@code ProcessCanceledException}, Eclipse's {@code OperationCanceledException}, Flink's {@code CancelTaskException}, Elasticsearch's
 * {@code TaskCancelledException}, and what your own model files call {@code signal: cancel}. Kafka's {@code WakeupException}
 * is reported where a loop goes on after it that nothing ends.
 *
 * <h2>Why is this bad</h2>
 * <p>Such an exception is the whole of the cancel: there is no status beside it. It unwinds the task from wherever it is, and ends
 * it by leaving it. A handler that keeps it turns "stop" into "go on": the task goes on to the next statement, reports success with
 * half of its work done, or takes the cancel for a bad record and skips that. Because the exceptions are unchecked, no compiler
 * asks for them, and every {@code catch (Exception e)} on the way takes them. A progress bar then stays at 40% after "Cancel" was
 * pressed, and a consumer polls on after its {@code close()} has said {@code wakeup()}.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_step_is_skipped.java}
 *
 * <h2>Use instead</h2>
 * <p>Let the cancel through, ahead of the handler for failures:
 * <p>{@code java/good_earlier_handler_throws.java}
 * <p>Clean up, and throw it on:
 * <p>{@code java/good_cleaned_up_and_thrown.java}
 * <p>Kafka's own protocol for stopping a consumer: whoever stops it sets a flag and wakes it, and the loop is left.
 * <p>{@code java/good_consumer_closes.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the exception is thrown on, kept, wrapped, or given to a future
 *   <li>the code says that it was cancelled: by a constant that it returns ({@code CANCEL_STATUS}), a field that it writes, a method
 *     that it calls ({@code setCanceled(true)})
 *   <li>the interrupt status is set in its place
 *   <li>the work ends there: the body of a thread or a pool's task, {@code main}, a test
 *   <li>the wait for a task that the same code has cancelled: what comes back is that task's cancel
 *   <li>a loop that asks a field, which may be what the canceller writes
 *   <li>{@code WakeupException} that leaves the loop, or a loop with any condition: why the thread was woken is said elsewhere
 *   <li>{@code CancellationException} from a future: it tells of another task, and <em>our</em> task goes on
 *   <li>a broad handler in whose {@code try} no call is known to deliver a cancel
 * </ul>
 * <p>In a loop of attempts, <em>retried-despite-cancel</em> says it; where a handler loses an interrupt as well, the rule for that
 * does.
 *
 * <h2>Fix safety</h2>
 * <p>Safe where a handler that takes nothing else ends with {@code throw}. Unsafe in a loop, which the exception then leaves, and
 * under an {@code instanceof} in a broad handler.
 *
 * <h2>References</h2>
 * <ul>
 *   <li><a href="https://www.jetbrains.com/help/inspectopedia/IncorrectProcessCanceledExceptionHandling.html">ProcessCanceledException</a>:
 *     must be rethrown
 *   <li><a href="https://kafka.apache.org/39/javadoc/org/apache/kafka/common/errors/WakeupException.html">WakeupException</a>: the
 *     preemption of a blocking operation by an external thread
 * </ul>
 */
@RuleInfo(
        name = "swallowed-cancellation",
        summary = "The cancel of the own task is caught and lost",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {391, 396},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class SwallowedCancellation implements Rule {
    private static final String NAME = "swallowed-cancellation";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.caught(function, Signal.CANCEL)) {
            if (!OwnCancels.areAwaited(function, signal)) {
                report(function, signal, findings);
            }
        }
        for (SignalFates signal : Handlers.caught(function, Signal.WAKEUP)) {
            if (signal.named()) {
                report(function, signal, findings);
            }
        }
    }

    private static void report(FunctionFates function, SignalFates signal, Consumer<Finding> findings) {
        LostInHandler.lost(function, signal)
                .filter(lost -> LostInHandler.retry(function, signal, lost).isEmpty())
                .filter(lost -> !losesInterruptToo(function, signal))
                .ifPresent(lost -> findings.accept(LostInHandler.finding(NAME, function, signal, lost)));
    }

    private static boolean losesInterruptToo(FunctionFates function, SignalFates signal) {
        return Handlers.interrupts(function).stream()
                .filter(interrupt -> Objects.equals(interrupt.clause(), signal.clause()))
                .anyMatch(interrupt -> Handlers.worst(interrupt, Fate.LOST).isPresent());
    }
}
