package dev.heed.rules.propagation;

import dev.heed.engine.facts.ForgottenTasks;
import dev.heed.engine.facts.ForgottenTasks.Forgotten;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cancel of a future forgets a task that the future has started.
 *
 * <h2>What it does</h2>
 * <p>Reports the {@code cancel(boolean)} of a class that is a {@code Future}, where the class keeps the handle of something that
 * it started, cancels that when the future ends in another way, and neither {@code cancel} nor what it calls does.
 *
 * <h2>Why is this bad</h2>
 * <p>A future that is cancelled is at its end, and what was started for it is for no one: a timer that fires for a request which
 * is long gone, a transfer that fills a buffer nobody reads. It holds the future in memory until then, and may act on what has
 * taken its place.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_timer_survives.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_cancels_timer.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the method, or what it calls in the same file, reads the field with the handle
 *   <li>a hook that overrides a method of a superclass, such as {@code done}, or a function that runs when the future is done,
 *     cancels the task
 *   <li>no other end of the future cancels the task either: it may be meant to go on
 *   <li>the handle is given to the future by others: it is theirs
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: where in the method the task should be cancelled is the author's to decide.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}
 * </ul>
 */
@RuleInfo(
        name = "cancel-forgets-own-task",
        summary = "The cancel of a future forgets a task that the future has started",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {404, 772},
        languages = Language.JAVA,
        triggers = Trigger.FUTURE_METHOD)
public final class CancelForgetsOwnTask implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Forgotten forgotten : new ForgottenTasks(function.facts()).by(function.function())) {
            findings.accept(finding(function.function(), forgotten));
        }
    }

    private static Finding finding(Function cancel, Forgotten forgotten) {
        SourceFile file = cancel.file();
        String elsewhere = forgotten.elsewhere().caller().displayName();
        String task = forgotten.task().name();
        return new Finding(
                "cancel-forgets-own-task",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                cancel.nameSpan(),
                cancel.displayName(),
                "A cancel ends this future and leaves running what it has started: '" + elsewhere + "' cancels '" + task
                        + "', this method does not.",
                List.of(
                        new Step(
                                file,
                                forgotten.started().call().span(),
                                "what is kept in '" + task + "' is started here"),
                        new Step(
                                file,
                                forgotten.elsewhere().call().span(),
                                "'" + elsewhere + "' cancels it when the future ends in another way"),
                        new Step(file, cancel.nameSpan(), "a cancel does not")),
                List.of(),
                "Cancel '" + task + "' here, too.",
                List.of());
    }
}
