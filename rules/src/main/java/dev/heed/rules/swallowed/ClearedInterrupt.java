package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
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
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.JavaNames;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.SourceLines;
import dev.heed.rules.support.StatusFixes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The interrupt status is cleared, and nobody looks at it.
 *
 * <h2>What it does</h2>
 * <p>Reports {@code Thread.interrupted()} when its result is ignored or the interrupt that it consumed is
 * forgotten, and {@code Thread.currentThread();} standing alone where {@code interrupt()} was to follow.
 *
 * <h2>Why is this bad</h2>
 * <p>{@code interrupted()} does two things: it tells the status, and clears it. In a handler it looks like the
 * remedy, and makes sure instead that nothing is left of the interrupt. Outside of one it takes an interrupt away
 * from all code that would have seen it.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_interrupted_instead_of_interrupt.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_interrupted_instead_of_interrupt.fixed.java}
 * <p>To run something that must not be cut short, clear and restore:
 * <p>{@code java/good_clear_run_restore.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the result is kept, returned, or leads to a throw or a return
 *   <li>the status is set again later in the same method
 *   <li>loops that end by it: {@code while (!Thread.interrupted())}
 *   <li>threads that the code makes itself, which may clear what was meant for the last task
 *   <li>tests that clean up after themselves
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe inside a handler of an interrupt, where the call becomes {@code Thread.currentThread().interrupt()}. Unsafe
 * elsewhere: what follows runs with a clear status, which is set again behind it; or the status is asked and not cleared.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#interrupted() Thread.interrupted()}: tests the status and clears it
 *   <li>{@link java.lang.Thread#isInterrupted() Thread.isInterrupted()}: tests only
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 * </ul>
 */
@RuleInfo(
        name = "cleared-interrupt",
        summary = "The interrupt status is cleared, and nobody looks at it",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {391, 1069},
        languages = Language.JAVA,
        triggers = {Trigger.POLL, Trigger.CURRENT_THREAD})
public final class ClearedInterrupt implements Rule {
    private static final String NAME = "cleared-interrupt";
    private static final String RESTORE = "Thread.currentThread().interrupt()";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : function.signals()) {
            if (isDropped(signal) || signal.start() == SignalFates.Start.POLL) {
                bad(function, signal).ifPresent(outcome -> findings.accept(cleared(function, signal, outcome)));
            }
        }
        Handlers.lookedUp(function.function()).forEach(call -> findings.accept(aloneCurrentThread(function, call)));
    }

    private static Optional<Outcome> bad(FunctionFates function, SignalFates signal) {
        // A caller that gets an answer may be told by it, unless the work simply went on.
        boolean answers =
                !isDropped(signal) && !function.function().returnType().equals("void");
        return signal.outcomes().stream()
                .filter(o -> o.fate() == Fate.LOST
                        ? !answers || o.looped()
                        : o.fate() == Fate.CONVERTED && isDropped(signal))
                .findFirst();
    }

    private static boolean isDropped(SignalFates signal) {
        return signal.start() == SignalFates.Start.CLEARED;
    }

    private static boolean inHandler(FunctionFates function, Span place) {
        return function.signals().stream()
                .anyMatch(s -> s.start() == SignalFates.Start.HANDLER
                        && s.clause() != null
                        && s.clause().text() != null
                        && s.clause().text().body().contains(place));
    }

    private static Finding cleared(FunctionFates function, SignalFates signal, Outcome outcome) {
        String name = function.function().displayName();
        boolean inHandler = isDropped(signal) && inHandler(function, signal.place());
        String message = inHandler
                ? "Thread.interrupted() clears the interrupt status where it was to be set again; the interrupt that '"
                        + name + "' caught is lost."
                : isDropped(signal)
                        ? "Thread.interrupted() clears the interrupt status and its answer is ignored; an interrupt meant"
                                + " for '" + name + "' is lost."
                        : "Thread.interrupted() has cleared the interrupt status when '" + name
                                + "' returns here; its callers never learn of the interrupt.";
        List<Fix> fixes = inHandler
                ? List.of(restored(function, signal.place()))
                : StatusFixes.of(function, signal.place(), isDropped(signal));
        String remedy = inHandler
                ? "Call " + RESTORE + ": interrupted() asks and clears, interrupt() sets."
                : "Keep what it returned and set the status again when the work is done; or ask with"
                        + " Thread.currentThread().isInterrupted(), which does not clear it.";
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                function.function().file(),
                signal.place(),
                name,
                message,
                PathSteps.of(function, signal, outcome),
                List.of(),
                remedy,
                fixes);
    }

    private static Fix restored(FunctionFates function, Span call) {
        SourceFile file = function.function().file();
        String restore = SourceLines.of(file)
                .map(lines -> JavaNames.restore(function, lines))
                .orElse(RESTORE);
        return new Fix("Set the interrupt status again", Fix.Safety.SAFE, List.of(new TextEdit(file, call, restore)));
    }

    private static Finding aloneCurrentThread(FunctionFates fates, Op.Call call) {
        Function function = fates.function();
        String message = "Thread.currentThread() alone does nothing: the interrupt status that '"
                + function.displayName() + "' was to set again stays clear.";
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                function.file(),
                call.span(),
                function.displayName(),
                message,
                List.of(new Step(function.file(), call.span(), "the thread is looked up, and nothing is done with it")),
                List.of(),
                "Call " + RESTORE + ".",
                List.of(restored(fates, call.span())));
    }
}
