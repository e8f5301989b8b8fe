package dev.heed.rules.propagation;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.FuturePaths;
import dev.heed.engine.fate.FuturePaths.Branch;
import dev.heed.engine.fate.FuturePaths.EndlessWait;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.rules.support.BlockEdits;
import dev.heed.rules.support.ResourceSteps;
import dev.heed.rules.support.SourceLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An interrupt ends the wait for work of one's own, and the work runs on.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that takes the interrupt of a wait without a bound, such as {@code future.get()}, and gives up, where the
 * function has started the awaited work itself, nobody else knows of it, and nothing on the way asks it to stop.
 *
 * <h2>Why is this bad</h2>
 * <p>Who interrupts the caller wants the whole of it to end. What runs on is the part that did the work: it keeps its thread,
 * its locks and connections, changes things after the caller has reported that it was interrupted, and nobody has a handle any
 * more by which it could be stopped.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_task_runs_on.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_task_runs_on.fixed.java}
 * <p>A {@code CompletableFuture} only marks itself as cancelled. Keep what can stop the work, too:
 * <p>{@code java/good_request_is_stopped.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the {@code InterruptedException} leaves as it is: whether the work should go on is for the caller to say
 *   <li>the future is a parameter, a field, returned, stored, or handed on: its owner decides
 *   <li>the work is awaited again, or its pool is stopped, or the process ends
 *   <li>something else is closed, stopped or destroyed on the way, which may end the work
 *   <li>the work was started by code of another file, or one that may be overridden
 *   <li>waits with a bound: see {@code timed-out-task-left-running}
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: somebody may count on the task to go on. None where a cancel of the future does not reach the work.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}: has no effect on a task that is done
 *   <li>{@link java.util.concurrent.CompletableFuture}: "cancellation is treated as just another form of exceptional
 *     completion"
 *   <li><em>Java Concurrency in Practice</em>, 7.1.5 "Cancellation Via Future"
 * </ul>
 */
@RuleInfo(
        name = "interrupted-wait-leaves-task",
        summary = "An interrupt ends the wait for work of one's own, and the work runs on",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {404, 772},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class InterruptedWaitLeavesTask implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Handler.Clause> seen = new HashSet<>();
        for (EndlessWait wait : FuturePaths.endless(function)) {
            Branch interrupt = wait.interrupt();
            Handler.Clause clause = interrupt.clause();
            if (leaves(interrupt)
                    && clause != null
                    && clause.text() != null
                    && seen.add(clause)
                    && !isSaidOfBoundedWait(function, clause)) {
                findings.accept(finding(function, wait, clause.text()));
            }
        }
    }

    private static boolean leaves(Branch interrupt) {
        return interrupt.abandoned() && !interrupt.stopped();
    }

    /** Whether the handler also serves a wait with a bound, of which {@link TimedOutTaskLeftRunning} says the same. */
    private static boolean isSaidOfBoundedWait(FunctionFates function, Handler.Clause clause) {
        return FuturePaths.concerns(function)
                && FuturePaths.of(function).stream()
                        .anyMatch(wait -> leaves(wait.interrupt())
                                && clause.equals(wait.interrupt().clause()));
    }

    private static Finding finding(FunctionFates function, EndlessWait wait, Handler.CatchText clause) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(file, wait.start().span(), "the work is started here"));
        ResourceSteps.addAll(file, wait.interrupt().events(), steps);
        return new Finding(
                "interrupted-wait-leaves-task",
                Level.WARNING,
                wait.isTask() ? Finding.Confidence.PROVED : Finding.Confidence.LIKELY,
                file,
                clause.parameter(),
                name,
                message(name, wait),
                steps,
                List.of(),
                wait.interrupts()
                        ? "Cancel the task before giving up; cancel(true) does nothing to a task that is done."
                        : "Keep what can stop the work, and stop it before giving up; cancel(true) of a"
                                + " CompletableFuture tells only those who wait for it.",
                fixes(function, wait, clause));
    }

    private static String message(String name, EndlessWait wait) {
        Variable handle = wait.handle();
        Function maker = wait.maker();
        String work = handle == null ? "the work" : "the work behind '" + handle.name() + "'";
        String by = maker == null ? "" : ", which '" + maker.displayName() + "' has started,";
        String assumption = wait.isTask() ? "" : " (assuming that it can be stopped)";
        return "Interrupted, '" + name + "' lets go of " + work + by + " without a word to it: it runs on, and nobody"
                + " else can cancel it" + assumption + ".";
    }

    private static List<Fix> fixes(FunctionFates function, EndlessWait wait, Handler.CatchText clause) {
        SourceFile file = function.function().file();
        SourceLines lines = SourceLines.of(file).orElse(null);
        Variable handle = wait.handle();
        Handler.Clause taken = wait.interrupt().clause();
        if (lines == null || handle == null || taken == null || !wait.interrupts()) {
            return List.of();
        }
        boolean inScope = function.definitions().of(handle).size() == 1
                && !taken.statement().span().contains(wait.start().span());
        if (!inScope) {
            return List.of();
        }
        TextEdit edit = new BlockEdits(file, lines).atStart(clause.body(), List.of(handle.name() + ".cancel(true);"));
        return List.of(new Fix("Cancel the task", Fix.Safety.UNSAFE, List.of(edit)));
    }
}
