package dev.heed.rules.diagnosis;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.JavaNames;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.Saying;
import dev.heed.rules.support.SourceLines;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A cancel that ends the work as it should is logged as an error.
 *
 * <h2>What it does</h2>
 * <p>Reports a broad handler, {@code catch (Exception)} and wider, that ends a thread or task when it is interrupted, and that
 * logs the interrupt at error level in the words it has for everything else that may go wrong.
 *
 * <h2>Why is this bad</h2>
 * <p>Every shutdown then writes an error with a stack trace, and wakes whoever is on call. Real failures of the same loop
 * drown in it, and a cancel can no longer be told from a crash.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_loop_of_a_worker.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_handler_of_its_own.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the interrupt has a handler of its own, or the broad one asks for its type or for the status first
 *   <li>the text says that it was interrupted, cancelled or shut down
 *   <li>it is logged below error level
 *   <li>the interrupt is lost or wrapped: <em>swallowed-by-broad-catch</em> and <em>wrapped-without-restore</em> say so
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: a handler for {@code InterruptedException} is put in front, which restores the status and logs nothing. Offered
 * where all that the broad handler does is to log. What a stop should look like in the log is the author's to say.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.InterruptedException}: its message is null, or says nothing of who asked
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 * </ul>
 */
@RuleInfo(
        name = "cancel-reported-as-failure",
        summary = "A cancel that ends the work as it should is logged as an error",
        family = Family.DIAGNOSIS,
        level = Level.NOTE,
        since = "0.1.0",
        cwe = {778, 392},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class CancelReportedAsFailure implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : Handlers.interrupts(function)) {
            if (!isItsPlace(signal)) {
                continue;
            }
            for (List<Event> path : Saying.inHandler(function, signal)) {
                Op.Call call = Saying.last(path);
                if (Saying.atErrorLevel(call, function)
                        && !Saying.stop(call, function)
                        && reported.add(signal.place())) {
                    findings.accept(finding(function, signal, path, call));
                }
            }
        }
    }

    /** Whether a broad handler ends the work well: what is said there of the interrupt is this rule's affair. */
    static boolean isItsPlace(SignalFates signal) {
        return signal.proved()
                && !signal.named()
                && signal.outcomes().stream()
                        .anyMatch(end -> (end.fate() == Fate.FINISHED || end.fate() == Fate.PROTOCOL)
                                && end.has(Event.Kind.RETURNED))
                && Handlers.worst(signal).isEmpty();
    }

    private static Finding finding(FunctionFates function, SignalFates signal, List<Event> path, Op.Call call) {
        String name = function.function().displayName();
        String message = "The interrupt that '" + signal.deliveries().get(0).by() + "' delivers ends '" + name
                + "' as it should, but '" + call.callee().name()
                + "' reports it as a failure: every shutdown looks like a crash.";
        return new Finding(
                "cancel-reported-as-failure",
                Level.NOTE,
                Handlers.confidence(signal),
                function.function().file(),
                signal.place(),
                name,
                message,
                PathSteps.of(function, signal, path),
                List.of(),
                "Catch InterruptedException before the broad handler, and let it end the work without the alarm.",
                fixes(function, signal, call));
    }

    /** A handler of its own, where all that the broad one does is to log. */
    private static List<Fix> fixes(FunctionFates function, SignalFates signal, Op.Call log) {
        SourceFile file = function.function().file();
        SourceLines lines = SourceLines.of(file).orElse(null);
        Handler.CatchText text =
                signal.clause() == null ? null : signal.clause().text();
        if (lines == null
                || text == null
                || !signal.type().equals("java.lang.InterruptedException")
                || !lines.isOnlyStatement(log.span(), text.body())) {
            return List.of();
        }
        Span clause = text.clause();
        String indent = lines.indent(clause.startLine());
        String end = lines.lineEnd();
        String own = "catch (" + new JavaNames(function, lines).of("java.lang.InterruptedException") + " "
                + text.parameterName() + ") {" + end + indent + lines.unit(text.body())
                + JavaNames.restore(function, lines) + ";" + end + indent + "} ";
        return List.of(new Fix(
                "Catch the interrupt before it, and restore the status",
                Fix.Safety.UNSAFE,
                List.of(new TextEdit(file, clause.before(), own))));
    }
}
