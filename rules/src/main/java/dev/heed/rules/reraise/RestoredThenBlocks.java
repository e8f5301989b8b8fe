package dev.heed.rules.reraise;

import dev.heed.engine.fate.CleanupStalls;
import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.StallFixes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The status is restored, and then the same path waits again in vain.
 *
 * <h2>What it does</h2>
 * <p>Reports a call that sets the interrupt status on a path that then reaches an interruptible call: a
 * {@code join}, a {@code get}, a lock, the next step of a shutdown. Also one after which the path waits for the same thing
 * again, uninterruptibly; and one in {@code void lock()} or {@code void acquire()} that then returns without the lock.
 *
 * <h2>Why is this bad</h2>
 * <p>With the status set such a call throws at once instead of doing its work. A worker is not awaited before its
 * resources are closed, a write-back is dropped, a result that is a moment away is not read. The second
 * exception then hides where the first one came from.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_second_wait_aborted.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_deferred_to_end.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>what follows cannot be interrupted: {@code lock()}, {@code countDown()}, {@code cancel()}, and
 *     {@code CompletableFuture.join()} of another future, or of one that the handler has cancelled
 *   <li>{@code lock()} that goes on trying, and restores when it has the lock
 *   <li>the status is tested, or cleared and restored, before the next wait
 *   <li>the next wait runs in another thread
 *   <li>the next wait throws the interrupt out of the method, as its signature says: a late rethrow
 *   <li>a method that restores was called, and its caller waits for something else: the shutdown idiom of
 *     {@code ExecutorService} for two pools
 *   <li>cleanup that the restore cuts short, in a {@code finally}, a {@code close()} or the handler itself: that is
 *     <em>blocking-cleanup</em>
 *   <li>loops that come back to the same wait: that is <em>interrupt-spin</em>
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe, as what was cut short until now then waits: the status is restored at the end of the handler, behind the wait
 * in it; a {@code finally} that waits runs with a clear status, which is set again behind it; or the interrupt is kept in a
 * local until the method ends. None for a {@code close()} at the end of a try-with-resources.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}: the wait throws, and the status is clear then
 *   <li>{@link java.util.concurrent.ExecutorService}: the shutdown idiom, which restores last
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 * </ul>
 */
@RuleInfo(
        name = "restored-then-blocks",
        summary = "The status is restored, and then the same path waits again in vain",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {705, 755},
        languages = Language.JAVA,
        triggers = {Trigger.HANDLER, Trigger.POLL, Trigger.WAKE})
public final class RestoredThenBlocks implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : function.signals()) {
            if (signal.signal() != Signal.INTERRUPT
                    || signal.start() == SignalFates.Start.CALLEE
                    || signal.start() == SignalFates.Start.FINALLY) {
                continue;
            }
            Optional<Outcome> stalled = signal.outcomes().stream()
                    .filter(o -> o.fate() == Fate.STALLED && o.restored())
                    .filter(o -> !o.stallEscapes() || isCleanup(function.function(), signal, o))
                    .findFirst()
                    .filter(o -> signal.outcomes().stream()
                            .noneMatch(other -> CleanupStalls.isCleanup(function, signal, other)));
            DeafReturn.of(function, signal)
                    .filter(deaf -> reported.add(deaf.place()))
                    .ifPresent(deaf -> findings.accept(
                            finding(function, signal, deaf.outcome(), deaf.place(), deaf.message(), List.of())));
            stalled.ifPresent(outcome -> {
                Span place = outcome.events().stream()
                        .filter(event -> event.kind() == Event.Kind.RESTORED)
                        .map(Event::span)
                        .findFirst()
                        .orElse(signal.place());
                if (reported.add(place)) {
                    findings.accept(finding(
                            function,
                            signal,
                            outcome,
                            place,
                            message(function, signal, outcome),
                            StallFixes.of(function, signal, place, outcome)));
                }
            });
        }
    }

    /**
     * Whether the aborted call is part of the cleanup after the signal. Elsewhere the interrupt that it throws, and that leaves
     * the function, is just what the caller should see.
     */
    private static boolean isCleanup(Function function, SignalFates signal, Outcome stalled) {
        Handler.CatchText text =
                signal.clause() == null ? null : signal.clause().text();
        Op.Call call = stalled.stall();
        if (text == null || call == null) {
            return false;
        }
        if (call.kind() == Op.CallKind.IMPLICIT_CLOSE || text.body().contains(call.span())) {
            return true;
        }
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                Span cleanup = op instanceof Op.CatchEntry entry
                        ? entry.clause().statement().finallyBody()
                        : null;
                if (cleanup != null && cleanup.contains(call.span())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String message(FunctionFates function, SignalFates signal, Outcome stalled) {
        String name = function.function().displayName();
        String call = stalled.stall() == null
                ? "the next wait"
                : "'" + stalled.stall().callee().name() + "'";
        return "The interrupt status is set again before " + call + ": that call gives up at once, and '" + name
                + "' goes on without what it was to wait for" + Handlers.assumption(signal) + ".";
    }

    private static Finding finding(
            FunctionFates function, SignalFates signal, Outcome path, Span place, String message, List<Fix> fixes) {
        return new Finding(
                "restored-then-blocks",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                place,
                function.function().displayName(),
                message,
                PathSteps.of(function, signal, path),
                List.of(),
                "Do what must be waited for first, and set the status again at the very end: in a finally, or through a local"
                        + " that remembers the interrupt.",
                fixes);
    }
}
