package dev.heed.rules.cleanup;

import dev.heed.engine.fate.EarlyCloses;
import dev.heed.engine.fate.EarlyCloses.EarlyClose;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.rules.support.ResourceSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work is cancelled, and what it uses is closed before it has ended.
 *
 * <h2>What it does</h2>
 * <p>Reports {@code shutdownNow()} of a pool, {@code cancel(true)} of a future, and the cancel of an event loop's tasks, behind
 * which the same method closes something that the work uses, without having waited for the work in between.
 *
 * <h2>Why is this bad</h2>
 * <p>A cancel is a request. The task hears of it at its next wait, or when it looks; until then it goes on, and what it does
 * then, its own cleanup included, runs on something closed. The rollback fails with "connection closed", the last lines are
 * missing from a file, native memory is read after it was freed. It happens at shutdown only, now and then, and the log blames
 * whatever was closed first.
 *
 * <p>In an event loop nothing runs at all any more: a loop that is closed right after its tasks were cancelled never delivers
 * the cancel, and their cleanup does not happen. "Cancel all, run until all have ended, close" is the order.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_pool_stopped_connection_closed.java}
 *
 * <h2>Use instead</h2>
 * <p>Ask, wait with a bound, close. From JDK 19 on, {@code ExecutorService.close()} waits, too.
 * <p>{@code java/good_awaits_termination.java}
 * <p>For a single task, let its last act tell that it is done. {@code get()} does not: of a cancelled future it throws at
 * once, whether or not the work still runs.
 * <p>{@code java/good_latch_of_the_task.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>anything that may wait stands between the cancel and the close: {@code awaitTermination}, {@code join}, {@code get}, a
 *     latch, a method of the project that waits
 *   <li>the work has been given its time before, and the cancel is the last resort
 *   <li>what is closed is what the work waits in: a socket, a channel, a stream that is read. To close it is how the work is
 *     stopped
 *   <li>it is not seen that the work uses what is closed, or that it reacts to an interrupt in another place
 *   <li>threads that are interrupted directly, and closes in other methods
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: how long to wait, and what to do when the time is up, is the author's to decide.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.ExecutorService#shutdownNow() ExecutorService.shutdownNow}: "This method does not wait
 *     for actively executing tasks to terminate. Use awaitTermination to do that."
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}: after it {@code isDone} is true, whatever the work
 *     does
 * </ul>
 */
@RuleInfo(
        name = "cancel-not-awaited",
        summary = "Work is cancelled, and what it uses is closed before it has ended",
        family = Family.CLEANUP,
        since = "0.1.0",
        cwe = {672, 404, 362},
        languages = Language.JAVA,
        triggers = Trigger.CANCEL)
public final class CancelNotAwaited implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        if (EarlyCloses.concerns(function)) {
            for (EarlyClose early : EarlyCloses.of(function)) {
                findings.accept(finding(function, early));
            }
        }
    }

    private static Finding finding(FunctionFates function, EarlyClose early) {
        SourceFile file = function.function().file();
        String cancel = early.cancel().callee().name();
        String name = function.function().displayName();
        String resource = "'" + early.resource() + "'";
        String loss = early.use() == null
                ? resource + " is closed before it has run them again: they never hear of it, and do not clean up."
                : resource + " is closed under the task that still uses it.";
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(file, early.cancel().span(), "'" + cancel + "' asks the work to stop, and does not wait"));
        ResourceSteps.addAll(file, early.events(), steps);
        steps.add(new Step(file, early.close().span(), resource + " is closed here"));
        return new Finding(
                "cancel-not-awaited",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                early.cancel().span(),
                name,
                "'" + name + "' cancels the work here and does not wait for its end: " + loss,
                steps,
                related(early.use(), early.useIn()),
                "Wait for the end of the work, with a bound, before you close what it uses.",
                List.of());
    }

    private static List<Step> related(Op.@Nullable Call use, @Nullable Function in) {
        return use == null || in == null
                ? List.of()
                : List.of(new Step(in.file(), use.span(), "where the task uses it"));
    }
}
