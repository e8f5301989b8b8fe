package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.Retries.Retry;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.LeaveRetryFix;
import dev.heed.rules.support.PathSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A retry loop takes a cancel for one more failed attempt.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler in a loop of attempts that takes an interrupt, or the cancel of the own task, and from which the loop goes on:
 * the next attempt, the next host, the next back-off. A loop of attempts is one that is left when the {@code try} in it succeeds,
 * and that goes round when it fails.
 *
 * <h2>Why is this bad</h2>
 * <p>Retrying is the one thing that a cancel forbids. The caller has given up, and the work starts over: with all attempts that are
 * left, against servers that nobody needs an answer from any more, and with the status clear, so that no later wait ends early.
 * The request to stop counts as a failure like any other, and when the attempts are used up, the caller gets "failed after 5
 * attempts" as the answer to its own cancel.
 * <p>It comes in two shapes. The back-off between two attempts is interrupted, and its handler is empty; or the attempt itself is
 * interrupted, and the handler for failures takes that, too.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_backoff_ignored.java}
 *
 * <h2>Use instead</h2>
 * <p>Let the interrupt through, where the signature allows it:
 * <p>{@code java/good_let_through.java}
 * <p>Or leave the loop, with the status set for the caller:
 * <p>{@code java/bad_backoff_ignored.fixed.java}
 * <p>In a handler for failures, ask first what it is:
 * <p>{@code java/good_guard_leaves.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the loop is left: by a throw, a return, or a flag
 *   <li>the loop's condition, or the handler, reads a flag that is written before the interrupt is sent
 *   <li>waits that start over, and workers that go on to the next task: those are <em>swallowed-interrupt</em> or
 *     <em>swallowed-by-broad-catch</em>
 *   <li>a status that is restored inside the loop, and aborts the next wait: that is <em>interrupt-spin</em>
 *   <li>an attempt that was cancelled by others, told by {@code CancellationException}: another attempt may be just right
 *   <li>methods that do not react to interrupts by design, and restore the status in the end
 * </ul>
 * <p>A handler gets one finding: where this rule says something, <em>swallowed-interrupt</em> and
 * <em>swallowed-by-broad-catch</em> are silent.
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: the attempts that are left are not made any more.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt()}: the wait throws, and the status is clear then
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 * </ul>
 */
@RuleInfo(
        name = "retried-despite-cancel",
        summary = "A retry loop takes a cancel for one more failed attempt",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {391, 755},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class RetriedDespiteCancel implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        List<SignalFates> caught = new ArrayList<>(Handlers.interrupts(function));
        caught.addAll(Handlers.caught(function, Signal.CANCEL));
        for (SignalFates signal : caught) {
            LostInHandler.lost(function, signal)
                    .ifPresent(lost -> LostInHandler.retry(function, signal, lost)
                            .ifPresent(retry -> findings.accept(finding(function, signal, lost, retry))));
        }
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome lost, Retry retry) {
        String name = function.function().displayName();
        String attempt = retry.attempt().callee().isConstructor()
                ? "new " + Types.simpleName(retry.attempt().callee().receiverType())
                : retry.attempt().callee().name();
        String what = signal.named()
                ? "The " + signal.signal().word() + " caught here"
                : "The " + signal.signal().word() + " that '"
                        + signal.deliveries().get(0).by() + "' delivers";
        List<Step> steps = new ArrayList<>(PathSteps.of(function, signal, untilNextTurn(lost)));
        steps.add(new Step(function.function().file(), retry.attempt().span(), "the next attempt is made"));
        return new Finding(
                "retried-despite-cancel",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                signal.place(),
                name,
                what + " counts as one more failure: '" + name + "' goes on to the next '" + attempt
                        + "', and whoever asked it to stop waits for all attempts that are left"
                        + Handlers.assumption(signal) + ".",
                steps,
                List.of(),
                signal.signal() == Signal.INTERRUPT
                        ? "Leave the loop: let the interrupt through where the signature allows; else set the status again and"
                                + " give up."
                        : "Throw it on, ahead of the handler for failures.",
                LeaveRetryFix.of(function, signal, retry));
    }

    private static List<Event> untilNextTurn(Outcome lost) {
        List<Event> events = new ArrayList<>();
        for (Event event : lost.events()) {
            events.add(event);
            if (event.kind() == Event.Kind.LOOPED) {
                break;
            }
        }
        return events;
    }
}
