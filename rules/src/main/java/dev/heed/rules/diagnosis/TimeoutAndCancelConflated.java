package dev.heed.rules.diagnosis;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Provenance;
import dev.heed.engine.fate.SharedHandlers;
import dev.heed.engine.fate.SharedHandlers.Other;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
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
import dev.heed.engine.source.Span;
import dev.heed.rules.support.CauseFix;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One handler says the same of a timeout and of a cancel.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that takes both a timeout and an interrupt, and throws or logs one and the same thing
 * for both, without the exception.
 *
 * <h2>Why is this bad</h2>
 * <p>A timeout means that somebody else was too slow; an interrupt means that somebody wants this thread to stop. Who gets the
 * exception, or reads the log, can no longer tell which it was: whether to look at the callee, to raise the limit, to try
 * again, or to stop.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_union.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_two_handlers.java}
 * <p>One handler for both needs at least the exception.
 * <p>{@code java/good_cause_tells.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the handler asks which it was, by {@code instanceof}, {@code getClass()} or the interrupt status, and says what it says
 *     for one of them only
 *   <li>the exception goes along: as cause, as suppressed, in the text, or into a log
 *   <li>both are treated alike, and nothing is told: cleaned up and thrown on as they are, or a default is returned
 *   <li>what is said says timeout (<em>cancel-reported-as-timeout</em>), names the callee
 *     (<em>innermost-catch-blames-callee</em>), or is a cancellation by its type
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe where the caught exception becomes the cause of what is thrown, for types of which it is known that they take it.
 * Unsafe where it is added to a log, which has a stack trace then. Other words are the author's to find.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#get(long,java.util.concurrent.TimeUnit) Future.get(long, TimeUnit)}: a
 *     timeout, an interrupt and a cancellation are three exceptions
 * </ul>
 */
@RuleInfo(
        name = "timeout-and-cancel-conflated",
        summary = "One handler says the same of a timeout and of a cancel",
        family = Family.DIAGNOSIS,
        since = "0.1.0",
        cwe = {778, 392},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class TimeoutAndCancelConflated implements Rule {

    private record Conflation(List<Event> path, Op.Call said, Other timeout) {}

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : Handlers.interrupts(function)) {
            conflation(function, signal)
                    .filter(found -> reported.add(found.said().span()))
                    .ifPresent(found -> findings.accept(finding(function, signal, found)));
        }
    }

    /** Whether a handler says the same of the interrupt and of a timeout, and not which it was. */
    static boolean conflates(FunctionFates function, SignalFates signal) {
        return conflation(function, signal).isPresent();
    }

    private static Optional<Conflation> conflation(FunctionFates function, SignalFates signal) {
        if (!signal.proved() || signal.clause() == null) {
            return Optional.empty();
        }
        List<List<Event>> said = Saying.inHandler(function, signal);
        Provenance provenance = new Provenance(function);
        if (said.isEmpty()
                || said.stream().anyMatch(path -> provenance.tells(Saying.last(path), signal))
                || InnermostCatchBlamesCallee.blames(function, signal)) {
            return Optional.empty();
        }
        SharedHandlers handlers = new SharedHandlers(function);
        for (List<Event> path : said) {
            Op.Call call = Saying.last(path);
            if (isTold(function, signal, call, provenance)) {
                return handlers.timeout(signal.clause(), call).map(other -> new Conflation(path, call, other));
            }
        }
        return Optional.empty();
    }

    private static boolean isTold(FunctionFates function, SignalFates signal, Op.Call call, Provenance provenance) {
        if (Saying.timeout(call, function) || Saying.stopByType(call, function)) {
            return false;
        }
        return call.callee().isConstructor()
                ? provenance.leavesWithout(call, signal)
                : Saying.atAlarmLevel(call, function);
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Conflation found) {
        String name = function.function().displayName();
        String timeout = "'" + Types.simpleName(found.timeout().type()) + "'";
        String what = found.said().callee().isConstructor()
                ? "The '" + Types.simpleName(found.said().callee().receiverType()) + "' made here"
                : "The log written here";
        String message = what + " says the same for " + timeout + " and for the interrupt that '"
                + signal.deliveries().get(0).by() + "' delivers: nobody can tell whether '" + name
                + "' waited too long or was asked to stop.";
        return new Finding(
                "timeout-and-cancel-conflated",
                Level.WARNING,
                Finding.Confidence.PROVED,
                function.function().file(),
                found.said().span(),
                name,
                message,
                steps(function, signal, found),
                List.of(),
                "Give the timeout and the interrupt handlers of their own, each with its own words; at the least hand the"
                        + " exception on as the cause.",
                CauseFix.of(function, signal, found.said()));
    }

    private static List<Step> steps(FunctionFates function, SignalFates signal, Conflation found) {
        SourceFile file = function.function().file();
        Other timeout = found.timeout();
        String type = "'" + Types.simpleName(timeout.type()) + "'";
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                file,
                timeout.span(),
                timeout.by() == null
                        ? "the handler takes " + type
                        : "'" + timeout.by() + "' throws " + type + " when the time is up"));
        steps.addAll(PathSteps.of(function, signal, found.path()));
        return steps;
    }
}
