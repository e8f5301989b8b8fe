package dev.heed.rules.cleanup;

import dev.heed.engine.fate.CleanupStalls;
import dev.heed.engine.fate.CleanupStalls.Stall;
import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Op;
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
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.ShieldCleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cleanup waits while the interrupt status is set, and gives up.
 *
 * <h2>What it does</h2>
 * <p>Reports a {@code finally}, the {@code close()} of a try-with-resources, or the cleanup of a handler that comes to an
 * interruptible call while the thread's interrupt status is set for sure: it was restored before; the exception on its way
 * out keeps it ({@code ClosedByInterruptException}, Kafka's {@code InterruptException}, those of the project that restore); a
 * callee restored it and threw something else; or {@code isInterrupted()} has just said so.
 *
 * <h2>Why is this bad</h2>
 * <p>Such a call throws at once. What it was to give back stays taken: the remote lock until its lease ends, the consumer's
 * place in its group until the session times out, the worker that nobody waits for any more. What stands behind it in the
 * cleanup is skipped. All of this happens only after an interrupt, when everybody believes that the shutdown is clean; and
 * the exception of the cleanup takes the place of the one that would tell why.
 *
 * <p>It often comes from following good advice: "always restore the status" is right for code that leaves, and wrong for
 * code that still has something to put away.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_finally_blocks.java}
 *
 * <h2>Use instead</h2>
 * <p>Clear - run - restore: the cleanup gets the time it needs, and the interrupt is there again behind it.
 * <p>{@code java/bad_finally_blocks.fixed.java}
 * <p>In a handler: clean up first, restore last.
 * <p>{@code java/bad_cleanup_in_handler.fixed.java}
 * <p>Or write the release so that no interrupt ends it.
 * <p>{@code java/good_release_uninterruptible.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the status is cleared before the cleanup, or restored behind it
 *   <li>the cleanup does not wait, or waits uninterruptibly, or catches the interrupt of its own waits and goes on
 *   <li>a plain {@code InterruptedException} that passes through a {@code finally}: whoever threw it has cleared the status
 *   <li>the cleanup waits for the end of a pool or thread last, and catches the interrupt of that wait itself: it is prepared
 *   <li>a pause, or something that is taken, in a {@code finally} behind which nothing is released: nobody loses
 *   <li>the status was restored within the same {@code finally}, and waits that are no cleanup: <em>restored-then-blocks</em>
 *   <li>an exception that the function itself throws for a status it has found set: <em>cancel-thrown-with-status-set</em>
 *   <li>a status that may be set, but need not be: an interrupt that comes while the cleanup runs is another matter
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: cleanup that used to give up at once now takes its time, and one without a bound may take for ever. Give it a
 * bound where the other side may be gone. There is no fix for a {@code close()} that stands nowhere in the text.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.nio.channels.ClosedByInterruptException}: "The thread's interrupt status will also be set"
 *   <li>{@link java.lang.Thread#interrupted() Thread.interrupted()}: clears the status
 *   <li>{@link java.lang.AutoCloseable#close() AutoCloseable.close}: advised not to throw {@code InterruptedException}
 * </ul>
 */
@RuleInfo(
        name = "blocking-cleanup",
        summary = "Cleanup waits while the interrupt status is set, and gives up",
        family = Family.CLEANUP,
        since = "0.1.0",
        cwe = {459, 404, 772},
        languages = Language.JAVA,
        triggers = {Trigger.HANDLER, Trigger.POLL, Trigger.FINALLY},
        words = "try")
public final class BlockingCleanup implements Rule {
    private static final String NAME = "blocking-cleanup";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Stall stall : CleanupStalls.of(function)) {
            findings.accept(finding(function, stall));
        }
    }

    private static Finding finding(FunctionFates function, Stall stall) {
        SourceFile file = function.function().file();
        return new Finding(
                NAME,
                Level.WARNING,
                stall.proved() ? Finding.Confidence.PROVED : Finding.Confidence.LIKELY,
                file,
                stall.call().span(),
                function.function().displayName(),
                message(function, stall),
                steps(function, stall),
                stall.skipped() == null
                        ? List.of()
                        : List.of(new Step(file, stall.skipped().span(), "what is not called then")),
                stall.inHandler()
                        ? "Clean up first, and set the status again behind it."
                        : "Clear the status for the cleanup, and set it again behind: boolean interrupted ="
                                + " Thread.interrupted(); try { ... } finally { if (interrupted)"
                                + " Thread.currentThread().interrupt(); }",
                fixes(function, stall));
    }

    private static String message(FunctionFates function, Stall stall) {
        Op.Call call = stall.call();
        String name = "'" + call.callee().name() + "'";
        String why = switch (stall.why()) {
            case RESTORED -> "The interrupt status has been set again when ";
            case KEPT -> "After an interrupt the status is still set when ";
            case RESTORED_BELOW -> "After an interrupt the status has been set again, in a callee, when ";
            case POLLED -> "The interrupt status has been found set, and still is when ";
        };
        String when = stall.isClose() ? "this resource is closed: " : "this cleanup runs: ";
        String skipped = stall.skipped() == null
                ? "its work is left undone"
                : "'" + stall.skipped().callee().name() + "' behind it is never called";
        String assumption = stall.signal() == null ? "" : Handlers.assumption(stall.signal());
        return why + when + name + " gives up at once, and "
                + (function.calls().model(call).await() != null && stall.skipped() == null
                        ? "'" + function.function().displayName() + "' leaves before what it was to wait for has ended"
                        : skipped)
                + assumption + ".";
    }

    private static List<Step> steps(FunctionFates function, Stall stall) {
        SignalFates signal = stall.signal();
        if (signal != null) {
            return PathSteps.of(function, signal, stall.events());
        }
        List<Step> steps = new ArrayList<>();
        stall.before().forEach(before -> steps.add(new Step(before.file(), before.span(), before.text())));
        stall.events().forEach(event -> steps.add(new Step(function.function().file(), event.span(), event.text())));
        return steps;
    }

    private static List<Fix> fixes(FunctionFates function, Stall stall) {
        Span body = stall.body();
        if (body == null) {
            return List.of();
        } else if (!stall.inHandler()) {
            return ShieldCleanup.clearRunRestore(function.function(), body);
        }
        return stall.events().stream()
                .filter(event -> event.kind() == Event.Kind.RESTORED && body.contains(event.span()))
                .findFirst()
                .map(event -> ShieldCleanup.restoreLast(function.function().file(), event.span(), body))
                .orElse(List.of());
    }
}
