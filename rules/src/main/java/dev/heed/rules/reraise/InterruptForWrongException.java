package dev.heed.rules.reraise;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.fate.UnaskedRestores;
import dev.heed.engine.fate.UnaskedRestores.Restore;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.rules.support.GuardStatement;
import dev.heed.rules.support.ResourceSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The interrupt status is set for an exception that is no interrupt.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that sets the interrupt status of its own thread when an {@code ExecutionException}, a
 * {@code TimeoutException}, an {@code IOException}, or the {@code CancellationException} of a task that it waited for
 * arrives: often one handler for {@code InterruptedException} and for these.
 *
 * <h2>Why is this bad</h2>
 * <p>Nobody asked this thread to stop. A request of somebody else failed, was late, or was cancelled; and now the thread's
 * next wait throws at once, wherever that is: the next request of a pool's thread, a lock, a connection that is closed
 * by the interrupt. What is reported then is an interrupt without a sender.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_one_handler_for_both.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_separate_handlers.java}
 * <p>Or a guard, where the rest of the handler is the same for all:
 * <p>{@code java/bad_one_handler_for_both.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the status is set under a condition: {@code instanceof}, a look at the cause, a flag
 *   <li>the thread's status is tested afterwards, by the function or by the loop that calls it: the code uses the
 *     status to tell itself to stop
 *   <li>the thread, task, {@code main} or test ends there without another wait
 *   <li>exceptions that stand for an interrupt or a stop: by model, by name, or because the project makes them where
 *     it catches an interrupt
 *   <li>{@code InterruptedIOException} and {@code ClosedByInterruptException}
 *   <li>handlers of {@code Exception} and {@code Throwable}, unless an interrupt and another checked exception are known to
 *     arrive there
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe: the call is put under {@code if (e instanceof InterruptedException)}. Unsafe where the handler takes no interrupt at
 * all and the call is to go.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#get() Future.get}: the interrupt of the caller, the failure of the task and its
 *     cancellation are three exceptions
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}
 *   <li><em>Java Concurrency in Practice</em>, 7.1.2 "Interruption Policies": a thread is interrupted by its owner
 * </ul>
 */
@RuleInfo(
        name = "interrupt-for-wrong-exception",
        summary = "The interrupt status is set for an exception that is no interrupt",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {705, 755},
        languages = Language.JAVA,
        triggers = Trigger.RESTORE)
public final class InterruptForWrongException implements Rule {
    private static final int MAX_NAMED = 3;

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Restore restore : UnaskedRestores.of(function)) {
            findings.accept(finding(function, restore));
        }
    }

    private static Finding finding(FunctionFates function, Restore restore) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        String types = restore.types().stream()
                .limit(MAX_NAMED)
                .map(type -> "'" + Types.simpleName(type) + "'")
                .collect(Collectors.joining(" and "));
        String assumption =
                restore.proved() ? "" : " (assuming that " + types + (one(restore) ? " is" : " are") + " no interrupt)";
        String message = "The interrupt status is set here for " + types + (restore.takesInterrupts() ? ", too" : "")
                + ", though nobody interrupted '" + name + "': the next wait of its thread is aborted for nothing"
                + assumption + ".";
        List<Step> steps = new ArrayList<>();
        String arrives = one(restore)
                ? types + " is caught here: it is no interrupt"
                : types + " are caught here: they are no interrupts";
        steps.add(new Step(file, restore.entry().span(), arrives));
        ResourceSteps.addAll(file, restore.events(), steps);
        return new Finding(
                "interrupt-for-wrong-exception",
                Level.WARNING,
                restore.proved() ? Finding.Confidence.PROVED : Finding.Confidence.LIKELY,
                file,
                restore.call().span(),
                name,
                message,
                steps,
                List.of(),
                "Set the status only for InterruptedException: in a handler of its own, or under an instanceof.",
                fixes(file, restore));
    }

    private static boolean one(Restore restore) {
        return restore.types().size() == 1;
    }

    private static List<Fix> fixes(SourceFile file, Restore restore) {
        Handler.CatchText text = restore.clause().text();
        if (text == null || !restore.call().isStatement()) {
            return List.of();
        }
        return restore.takesInterrupts()
                ? GuardStatement.put(
                        file,
                        restore.call().span(),
                        text.parameterName() + " instanceof InterruptedException",
                        "Set the status only for an interrupt",
                        Fix.Safety.SAFE)
                : GuardStatement.remove(file, restore.call().span(), "Do not set the status", Fix.Safety.UNSAFE);
    }
}
