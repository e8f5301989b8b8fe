package dev.heed.rules.diagnosis;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.CancelOrigins;
import dev.heed.engine.fate.Delivery;
import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Provenance;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Function;
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
import dev.heed.rules.support.CauseFix;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.Party;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A cancel from the caller's side is told as a failure of the callee.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler around a call that takes an interrupt, and that then names the one that was called, as if that had
 * failed: in a log message, or in an exception that it throws. Nothing in it leads back to the interrupt: neither its type, nor
 * a word, nor a cause. Where the log does get the exception, and the interrupt then goes on to the callers, the finding is a
 * note.
 *
 * <h2>Why is this bad</h2>
 * <p>Host A calls B, and B calls C. A hangs up: its user left, or its own time was up. B's work for A is cancelled, and the
 * cancel comes up first where B's code waits, which is the call of C, far from the code that took A's request. The
 * innermost handler is the first to see the cancel, and the last to know whose it is. When it says "C is unavailable", everybody
 * looks for the fault at C, which was well all the time: its limits are raised, its circuit breaker opens, its
 * people are called. That A gave up stands nowhere.
 * <p>The path of a finding goes this way: A, which may give up; B's calls, as far as the program shows them; the call of C, where
 * the interrupt comes up; the handler; what it says.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_a_calls_b_calls_c.java}
 *
 * <h2>Use instead</h2>
 * <p>Best is no handler at the innermost call: let the interrupt through to the code that knows who asked.
 * <p>{@code java/good_interrupt_passes.java}
 * <p>Where it must be caught, a handler of its own that says who gave up.
 * <p>{@code java/good_says_who_gave_up.java}
 * <p>At the least the interrupt as the cause.
 * <p>{@code java/good_cause_kept.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the text or the type says that it was interrupted, cancelled or stopped
 *   <li>the exception that is thrown has the interrupt as its cause, as suppressed, or in its text
 *   <li>the interrupt is logged with its type, and the handler ends the matter there
 *   <li>the text tells of a failure, and names nobody
 *   <li>it says timeout: that is <em>cancel-reported-as-timeout</em>
 *   <li>a broad handler logs the end of a thread or task as an error: that is <em>cancel-reported-as-failure</em>
 *   <li>only failures of the callee can come there: the interrupt has a handler of its own
 *   <li>whether an interrupt comes there at all is not known for sure, or it comes as an I/O exception that is logged whole
 *   <li>operations of a channel in non-blocking mode: no interrupt comes out of them
 * </ul>
 * <p>Where neither the call, nor its receiver, nor a value that went into it is named, but a word such as "server" or
 * "connection" stands for the other side, the finding rests on an assumption, and says so.
 *
 * <h2>Fix safety</h2>
 * <p>Safe where the caught exception becomes the cause of what is thrown, for types of which it is known that they take it.
 * Unsafe where it is added to a log, which has a stack trace then. Other words are the author's to find.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#cancel(boolean)}: interrupts the thread, wherever it waits
 *   <li>{@link java.lang.InterruptedException}: does not tell who asked
 *   <li><em>Java Concurrency in Practice</em>, 7.1.2 "Interruption Policies": who does not own the thread passes the interrupt on
 * </ul>
 */
@RuleInfo(
        name = "innermost-catch-blames-callee",
        summary = "A cancel from the caller's side is told as a failure of the callee",
        family = Family.DIAGNOSIS,
        since = "0.1.0",
        cwe = {778, 392},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class InnermostCatchBlamesCallee implements Rule {

    /** How the callee is blamed. */
    private enum How {
        THROWN,
        LOGGED,
        /** The log has the exception, but in C's name; and the interrupt goes on, to be told again. */
        LOGGED_AND_PASSED_ON
    }

    private record Blame(List<Event> path, Op.Call said, Party.Named party, How how) {}

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : Handlers.interrupts(function)) {
            blame(function, signal)
                    .filter(blame -> reported.add(blame.said().span()))
                    .ifPresent(blame -> findings.accept(finding(function, signal, blame)));
        }
    }

    /** Whether a handler blames the callee without a word of the interrupt. */
    static boolean blames(FunctionFates function, SignalFates signal) {
        return blame(function, signal)
                .filter(blame -> blame.how() != How.LOGGED_AND_PASSED_ON)
                .isPresent();
    }

    private static Optional<Blame> blame(FunctionFates function, SignalFates signal) {
        if (!signal.proved() || CancelReportedAsFailure.isItsPlace(signal)) {
            return Optional.empty();
        }
        Party party = new Party(function, signal.deliveries().get(0).call());
        Blame passedOn = null;
        for (List<Event> path : Saying.inHandler(function, signal)) {
            Op.Call said = Saying.last(path);
            Optional<How> how = how(function, signal, said);
            Optional<Party.Named> named = how.isEmpty() ? Optional.empty() : party.namedIn(said);
            if (how.isPresent() && named.isPresent()) {
                Blame blame = new Blame(path, said, named.get(), how.get());
                if (blame.how() != How.LOGGED_AND_PASSED_ON) {
                    return Optional.of(blame);
                }
                passedOn = passedOn == null ? blame : passedOn;
            }
        }
        return Optional.ofNullable(passedOn);
    }

    private static Optional<How> how(FunctionFates function, SignalFates signal, Op.Call said) {
        if (Saying.timeout(said, function) || Saying.stop(said, function) || Saying.stopByType(said, function)) {
            return Optional.empty();
        }
        Provenance provenance = new Provenance(function);
        if (said.callee().isConstructor()) {
            return provenance.leavesWithout(said, signal) ? Optional.of(How.THROWN) : Optional.empty();
        } else if (!Saying.atAlarmLevel(said, function)) {
            return Optional.empty();
        } else if (!provenance.tells(said, signal)) {
            return Optional.of(How.LOGGED);
        }
        return isPassedOn(function, signal, said) ? Optional.of(How.LOGGED_AND_PASSED_ON) : Optional.empty();
    }

    private static boolean isPassedOn(FunctionFates function, SignalFates signal, Op.Call said) {
        // A broad handler for I/O that logs and throws on is there for failures; an interrupt rarely comes its way.
        return function.facts()
                        .hierarchy()
                        .isSubtype(signal.type(), "java.lang.InterruptedException")
                        .isYes()
                && signal.outcomes().stream()
                        .anyMatch(outcome -> (outcome.fate() == Fate.PROPAGATED || outcome.fate() == Fate.RESTORED)
                                && outcome.thrownType() != null
                                && outcome.events().stream()
                                        .anyMatch(event -> event.span().equals(said.span())));
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Blame blame) {
        String name = function.function().displayName();
        boolean passedOn = blame.how() == How.LOGGED_AND_PASSED_ON;
        return new Finding(
                "innermost-catch-blames-callee",
                passedOn ? Level.NOTE : Level.WARNING,
                blame.party().sure() ? Finding.Confidence.PROVED : Finding.Confidence.LIKELY,
                function.function().file(),
                blame.said().span(),
                name,
                message(function, signal, blame),
                steps(function, signal, blame),
                List.of(),
                "Let the interrupt through, or take it in a handler of its own that says who gave up: 'interrupted by the"
                        + " caller while calling ...'; in any case with the exception as the cause.",
                fixes(function, signal, blame));
    }

    private static List<Fix> fixes(FunctionFates function, SignalFates signal, Blame blame) {
        // A log with the exception would be reported, too, if that then goes on.
        return blame.how() != How.THROWN && isPassedOn(function, signal, blame.said())
                ? List.of()
                : CauseFix.of(function, signal, blame.said());
    }

    private static String message(FunctionFates function, SignalFates signal, Blame blame) {
        String name = function.function().displayName();
        String whom = "'" + blame.party().label() + "'";
        String from = "the interrupt that the caller's side of '" + name + "' sent";
        String assumption = blame.party().sure()
                ? ""
                : " (assuming that " + whom + " means the other side of '"
                        + signal.deliveries().get(0).by() + "')";
        return switch (blame.how()) {
            case THROWN ->
                "The '" + Types.simpleName(blame.said().callee().receiverType()) + "' made here blames " + whom
                        + " for " + from + ", and does not lead back to it: whoever reads it looks for the fault there"
                        + assumption
                        + ".";
            case LOGGED ->
                "What is logged here blames " + whom + " for " + from
                        + ", and does not tell of it: whoever reads it looks for the fault there" + assumption + ".";
            case LOGGED_AND_PASSED_ON ->
                "This log blames " + whom + " for " + from
                        + ", and the interrupt then goes on: the innermost hop reads as the one at fault" + assumption
                        + ".";
        };
    }

    /** A, which may give up; B's calls; the call of C; the handler; what it says. */
    private static List<Step> steps(FunctionFates function, SignalFates signal, Blame blame) {
        List<Step> steps = new ArrayList<>();
        origin(function, steps);
        List<Step> here = new ArrayList<>(PathSteps.of(function, signal, blame.path()));
        Delivery delivery = signal.deliveries().get(0);
        SourceFile file = function.function().file();
        String caller = "'" + function.function().displayName() + "'";
        for (int i = 0; i < here.size(); i++) {
            if (delivery.call() != null
                    && here.get(i).file().equals(file)
                    && here.get(i).span().equals(delivery.span())) {
                here.set(
                        i,
                        new Step(
                                file,
                                delivery.span(),
                                "C: " + caller + " calls '" + delivery.by()
                                        + "'; the interrupt comes up here first, though it is not C's doing"));
                break;
            }
        }
        String says = blame.how() == How.THROWN ? "is thrown" : "is logged";
        String without = blame.how() == How.LOGGED_AND_PASSED_ON ? "" : ", without a word of the interrupt";
        here.set(
                here.size() - 1,
                new Step(
                        file,
                        blame.said().span(),
                        "it " + says + " in the name of '" + blame.party().label() + "'" + without));
        steps.addAll(here);
        return steps;
    }

    private static void origin(FunctionFates function, List<Step> steps) {
        CancelOrigins.Origin origin = new CancelOrigins(function.facts()).of(function.function());
        Function root = origin.root();
        CallSite cancel = origin.cancel();
        if (cancel != null) {
            steps.add(new Step(
                    cancel.caller().file(),
                    cancel.call().span(),
                    "A: '" + cancel.caller().displayName() + "' gives up, and '"
                            + cancel.call().callee().name() + "' interrupts the work"));
        } else if (origin.isWork()) {
            steps.add(new Step(
                    root.file(),
                    root.nameSpan(),
                    "A: whoever holds the task or thread that runs '" + root.displayName()
                            + "' may give up, and interrupt it"));
        } else {
            steps.add(new Step(
                    root.file(),
                    root.nameSpan(),
                    "A: whoever has '" + root.displayName() + "' called may give up, and interrupt this thread"));
        }
        for (CallSite site : origin.calls()) {
            steps.add(new Step(
                    site.caller().file(),
                    site.call().span(),
                    "B: '" + site.caller().displayName() + "' calls '"
                            + site.call().callee().name() + "'"));
        }
    }
}
