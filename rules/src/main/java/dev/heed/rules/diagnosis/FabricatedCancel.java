package dev.heed.rules.diagnosis;

import dev.heed.engine.fate.Fabrications;
import dev.heed.engine.fate.Fabrications.Fabrication;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Handler;
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
import dev.heed.rules.support.ResourceSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A plain failure is thrown as a cancellation.
 *
 * <h2>What it does</h2>
 * <p>Reports {@code InterruptedException}, {@code CancellationException} and {@code InterruptedIOException} that the code makes
 * itself where something else happened: an exception was caught that tells of a failure, a bounded wait ran out of
 * time, or a task that was awaited had been cancelled by somebody.
 *
 * <h2>Why is this bad</h2>
 * <p>Callers treat an interrupt as a request to stop: they end their loops, restore the status, skip the retry and the
 * alarm. Here nobody asked them to. A broken connection silently ends a worker, and who looks for the sender of the
 * interrupt finds none.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_failure_becomes_interrupt.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_failure_stays_failure.java}
 * <p>The task that is awaited was cancelled: that is an outcome, not an interrupt.
 * <p>{@code java/good_outcome_stays_outcome.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>thrown on a path on which the status was tested, or an interrupt was caught: a late or a repeated interrupt
 *   <li>thrown because of a flag such as {@code closed}: a request to stop in another form
 *   <li>the failure's type tells of a stop by its name, as {@code ClosedChannelException} or {@code AbortException} do, or the
 *     project makes it where it catches an interrupt
 *   <li>other paths of the handler treat the failure as one: a look at the cause may have decided
 *   <li>{@code CancellationException} where the same path cancels something
 *   <li>{@code InterruptedIOException} for a timeout, as {@code SocketTimeoutException} does
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: where the signature declares the failure, it is thrown on as it is, and callers may have to get used to it.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.InterruptedException}: thrown when a thread that waits is interrupted
 *   <li>{@link java.util.concurrent.CancellationException}: the task whose value is asked for was cancelled
 *   <li><em>Java Concurrency in Practice</em>, 7.1.3 "Responding to Interruption"
 * </ul>
 */
@RuleInfo(
        name = "fabricated-cancel",
        summary = "A plain failure is thrown as a cancellation",
        family = Family.DIAGNOSIS,
        since = "0.1.0",
        cwe = {392, 755},
        languages = Language.JAVA,
        triggers = Trigger.SIGNAL)
public final class FabricatedCancel implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Fabrication made : Fabrications.of(function)) {
            findings.accept(finding(function, made));
        }
    }

    private static Finding finding(FunctionFates function, Fabrication made) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        List<Step> steps = new ArrayList<>();
        if (made.entry() != null) {
            steps.add(new Step(file, made.entry().span(), "'" + Types.simpleName(made.of()) + "' is caught here"));
        }
        ResourceSteps.addAll(file, made.events(), steps);
        return new Finding(
                "fabricated-cancel",
                Level.WARNING,
                made.proved() ? Finding.Confidence.PROVED : Finding.Confidence.LIKELY,
                file,
                made.made().span(),
                name,
                message(name, made),
                steps,
                List.of(),
                "Throw what happened: the failure, a TimeoutException, or the outcome of the task; keep the interrupt for the"
                        + " case that this thread was interrupted.",
                fixes(function, made));
    }

    private static String message(String name, Fabrication made) {
        String type = "'" + Types.simpleName(made.type()) + "'";
        String nobody = type.contains("Cancellation")
                ? "though nobody cancelled anything"
                : "though nobody interrupted its thread";
        return switch (made.origin()) {
            case FAILURE ->
                "'" + Types.simpleName(made.of()) + "' leaves '" + name + "' as " + type + ", " + nobody
                        + ": callers stop, instead of dealing with the failure"
                        + (made.proved()
                                ? ""
                                : " (assuming that '" + Types.simpleName(made.of()) + "' is no cancellation)")
                        + ".";
            case TIMEOUT ->
                "When the time of '" + made.of() + "' is up '" + name + "' throws " + type + ", " + nobody
                        + ": callers stop, and nobody learns what was late.";
            case OUTCOME ->
                "That '" + made.of() + "' was cancelled leaves '" + name + "' as " + type + ", " + nobody
                        + ": callers take it for a request to stop themselves.";
        };
    }

    private static List<Fix> fixes(FunctionFates function, Fabrication made) {
        Handler.Clause clause = made.entry() == null ? null : made.entry().clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        boolean declared = function.function().declaredThrows().stream()
                .anyMatch(type ->
                        function.facts().hierarchy().isSubtype(made.of(), type).isYes());
        if (clause == null || text == null || !clause.types().equals(List.of(made.of())) || !declared) {
            return List.of();
        }
        TextEdit edit = new TextEdit(function.function().file(), made.thrown(), "throw " + text.parameterName() + ";");
        return List.of(new Fix("Throw the failure on", Fix.Safety.UNSAFE, List.of(edit)));
    }
}
