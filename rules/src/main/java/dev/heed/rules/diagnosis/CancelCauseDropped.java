package dev.heed.rules.diagnosis;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Provenance;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.CauseFix;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.Saying;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An exception is thrown for a cancel, and does not lead back to it.
 *
 * <h2>What it does</h2>
 * <p>Reports a handler that takes an interrupt and throws a new exception that neither has it as its cause nor tells of it in its
 * type or text.
 *
 * <h2>Why is this bad</h2>
 * <p>Who reads the stack trace sees a failure that begins in the handler. That the thread was interrupted, and where it
 * waited then, is gone: nobody will look for the one that interrupted it. The status, even when it is set again, stands in no log.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_known_type.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_known_type.fixed.java}
 * <p>The text says what it was: the exception need not be there, too.
 * <p>{@code java/good_text_tells.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the cause is given in any form: to the constructor, by {@code initCause} or {@code addSuppressed}, in the text
 *   <li>the text or the type says that it was interrupted, cancelled or stopped
 *   <li>exceptions that are made for interrupts: {@code InterruptedException} itself, {@code InterruptedIOException},
 *     {@code CancellationException}, carriers by model, types whose constructor restores the status
 *   <li>types that take no cause: those of the JDK, and the project's own whose constructors take none
 *   <li>the handler logs the interrupt itself
 *   <li>the status is lost as well: <em>wrapped-without-restore</em> says so
 *   <li>it blames the clock, the callee, or says the same of a timeout: the other rules of this family say so
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe: the caught exception is added as the last argument, for types of the JDK of which it is known that they take it, and for
 * the project's own that can be made with texts and a cause.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Throwable}: causes, and why an exception has one
 * </ul>
 */
@RuleInfo(
        name = "cancel-cause-dropped",
        summary = "An exception is thrown for a cancel, and does not lead back to it",
        family = Family.DIAGNOSIS,
        level = Level.NOTE,
        since = "0.1.0",
        cwe = {778, 392},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class CancelCauseDropped implements Rule {
    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : Handlers.interrupts(function)) {
            if (!signal.proved() || Handlers.worst(signal).isPresent() || isOfOthers(function, signal)) {
                continue;
            }
            for (List<Event> path : Saying.inHandler(function, signal)) {
                Op.Call made = Saying.last(path);
                if (dropsCause(function, signal, made) && reported.add(made.span())) {
                    findings.accept(finding(function, signal, path, made));
                }
            }
        }
    }

    private static boolean isOfOthers(FunctionFates function, SignalFates signal) {
        Provenance provenance = new Provenance(function);
        return Saying.inHandler(function, signal).stream()
                        .map(Saying::last)
                        .anyMatch(said -> !said.callee().isConstructor() && provenance.tells(said, signal))
                || InnermostCatchBlamesCallee.blames(function, signal)
                || TimeoutAndCancelConflated.conflates(function, signal);
    }

    private static boolean dropsCause(FunctionFates function, SignalFates signal, Op.Call made) {
        return made.callee().isConstructor()
                && !Saying.timeout(made, function)
                && !Saying.stop(made, function)
                && !Saying.stopByType(made, function)
                && saysOneThing(function, made)
                && takesCause(function, made.callee().receiverType())
                && new Provenance(function).leavesWithout(made, signal);
    }

    /** A text of several values is chosen for what it was, and may well tell. */
    private static boolean saysOneThing(FunctionFates function, Op.Call made) {
        return made.arguments().stream()
                .allMatch(argument -> function.definitions().sources(argument).size() <= 1);
    }

    /** Whether an exception of a type can be made with a cause: as is known of the JDK's, and as the project's own say. */
    private static boolean takesCause(FunctionFates function, String type) {
        return CauseFix.takesCause(type)
                || function.facts().program().functions().stream()
                        .filter(f -> f.ref().isConstructor() && f.ref().owner().equals(type))
                        .anyMatch(f -> takesCause(function, f));
    }

    private static boolean takesCause(FunctionFates function, Function constructor) {
        return constructor.parameters().stream()
                .anyMatch(parameter -> function.facts()
                                .hierarchy()
                                .isSubtype("java.lang.InterruptedException", parameter.type())
                                .isYes()
                        && !parameter.type().equals("java.lang.Object"));
    }

    private static Finding finding(FunctionFates function, SignalFates signal, List<Event> path, Op.Call made) {
        String name = function.function().displayName();
        String type = "'" + Types.simpleName(made.callee().receiverType()) + "'";
        String message = "The " + type + " made here is thrown for the interrupt that '"
                + signal.deliveries().get(0).by()
                + "' delivers, and does not lead back to it: whoever reads it cannot know that '"
                + name + "' was interrupted.";
        return new Finding(
                "cancel-cause-dropped",
                Level.NOTE,
                Finding.Confidence.PROVED,
                function.function().file(),
                made.span(),
                name,
                message,
                PathSteps.of(function, signal, path),
                List.of(),
                "Give the new exception the caught one as its cause, or say in its text that it was interrupted.",
                CauseFix.of(function, signal, made));
    }
}
