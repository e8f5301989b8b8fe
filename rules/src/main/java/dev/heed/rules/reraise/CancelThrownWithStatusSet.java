package dev.heed.rules.reraise;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.fate.AbortedCleanups;
import dev.heed.engine.fate.AbortedCleanups.AbortedCleanup;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cancel is thrown while the interrupt status stays set, and the cleanup on its way is aborted.
 *
 * <h2>What it does</h2>
 * <p>Reports {@code if (Thread.currentThread().isInterrupted()) throw new SomeCancel()} where the exception passes cleanup, in a
 * {@code finally}, a {@code close()} of try-with-resources, or a handler, here or in a caller, that waits interruptibly.
 *
 * <h2>Why is this bad</h2>
 * <p>{@code isInterrupted()} asks and does not clear. From there on the request to stop exists twice: as the exception, and as
 * the status. The first wait of the cleanup sees the status and gives up at once: workers are not awaited, a permit is not
 * given back, a channel that is flushed gets closed, and an {@code InterruptedException} from the {@code finally} takes the place of
 * the exception that was thrown. A method that throws for an interrupt clears the status, by convention, as all of the JDK's
 * that throw {@code InterruptedException} do.
 * <p>The check often sits deep in a library for tasks, and the cleanup in its users: a copy loop that asks between two blocks,
 * and an upload around it that must wait for its last part to be taken back.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_finally_awaits_workers.java}
 *
 * <h2>Use instead</h2>
 * <p>Clear the status as you throw, so that the exception is all that is left of the interrupt:
 * <p>{@code java/bad_finally_awaits_workers.fixed.java}
 * <p>Where the exception says nothing of an interrupt to those who catch it, keep the status, and have the cleanup run without it:
 * clear - run - restore.
 * <p>{@code java/good_cleanup_clears_and_restores.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>{@code Thread.interrupted()}, which clears as it asks
 *   <li>no cleanup follows, or none that reacts to the status: {@code unlock()}, {@code countDown()}, {@code cancel()}, streams
 *   <li>the cleanup clears the status first, or a handler before it does
 *   <li>exceptions by whose contract the status is set when they are thrown: {@code ClosedByInterruptException}, Kafka's
 *     {@code InterruptException}
 *   <li>what a handler does when it has restored the status itself: that is <em>restored-then-blocks</em>
 *   <li>exceptions that do not tell of a cancel, by their type or name
 *   <li>{@code sleep} in the cleanup, which only lets time pass
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe where {@code InterruptedException} is thrown: {@code isInterrupted()} becomes {@code Thread.interrupted()}, and callers see
 * what that exception promises. Unsafe for other types: whoever catches them may have counted on the status.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread Thread}: by convention, any method that exits by throwing an {@code InterruptedException} clears
 *     the interrupt status when it does so
 *   <li>{@link java.lang.Thread#interrupted() Thread.interrupted()}: tests the status and clears it
 *   <li>{@link java.util.concurrent.ExecutorService#awaitTermination awaitTermination}, {@link java.lang.Thread#join() join}: throw
 *     if the thread was interrupted before
 * </ul>
 */
@RuleInfo(
        name = "cancel-thrown-with-status-set",
        summary = "A cancel is thrown while the interrupt status stays set, and the cleanup on its way is aborted",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {460, 705},
        languages = Language.JAVA,
        triggers = {},
        calls = "isInterrupted")
public final class CancelThrownWithStatusSet implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        AbortedCleanups.of(function).forEach(cleanup -> findings.accept(finding(function, cleanup)));
    }

    private static Finding finding(FunctionFates function, AbortedCleanup cleanup) {
        String type = Types.simpleName(cleanup.type());
        String name = function.function().displayName();
        String where = cleanup.in() == function.function()
                ? ""
                : " of '" + cleanup.in().displayName() + "'";
        return new Finding(
                "cancel-thrown-with-status-set",
                Level.WARNING,
                Finding.Confidence.PROVED,
                function.function().file(),
                cleanup.thrown(),
                name,
                "'" + name + "' throws '" + type + "' and leaves the interrupt status set: " + called(cleanup)
                        + " in the cleanup" + where
                        + " gives up at once, and leaves its work undone.",
                steps(function.function().file(), cleanup, type),
                List.of(),
                cleanup.isSignal()
                        ? "Ask with Thread.interrupted(), which clears the status: the exception carries the request from here on."
                        : "Ask with Thread.interrupted() if those who catch '" + type
                                + "' take it for the request to stop; else clear the status for the cleanup, and set it again"
                                + " behind it.",
                fixes(function.function().file(), cleanup));
    }

    private static String called(AbortedCleanup cleanup) {
        Op.Call call = cleanup.aborted();
        String what = "'" + call.callee().name() + "'";
        return cleanup.isInside() ? "the wait in " + what : what;
    }

    private static List<Step> steps(SourceFile file, AbortedCleanup cleanup, String type) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(file, cleanup.asked().span(), "the interrupt status is found set, and not cleared"));
        steps.add(new Step(file, cleanup.thrown(), "'" + type + "' is thrown"));
        for (CallSite site : cleanup.through()) {
            steps.add(new Step(
                    site.caller().file(),
                    site.call().span(),
                    "it leaves '" + site.call().callee().name() + "' and passes through '"
                            + site.caller().displayName() + "'"));
        }
        steps.add(new Step(
                cleanup.in().file(),
                cleanup.aborted().span(),
                called(cleanup) + " is reached with the status set, and gives up at once"));
        return steps;
    }

    private static List<Fix> fixes(SourceFile file, AbortedCleanup cleanup) {
        if (!cleanup.askedOnlyForThis()) {
            return List.of();
        }
        return List.of(new Fix(
                "Clear the interrupt status with the question",
                cleanup.type().equals("java.lang.InterruptedException") ? Fix.Safety.SAFE : Fix.Safety.UNSAFE,
                List.of(new TextEdit(file, cleanup.asked().span(), "Thread.interrupted()"))));
    }
}
