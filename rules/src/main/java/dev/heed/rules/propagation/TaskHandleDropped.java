package dev.heed.rules.propagation;

import dev.heed.engine.facts.LostHandles;
import dev.heed.engine.facts.LostHandles.Lost;
import dev.heed.engine.fate.FunctionFates;
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
import dev.heed.rules.support.BlockEdits;
import dev.heed.rules.support.SourceLines;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A scheduled task can no longer be cancelled: its handle is lost.
 *
 * <h2>What it does</h2>
 * <p>Reports, in classes that cancel scheduled tasks of theirs:
 * <ul>
 *   <li>a field with the handle of a task that is given that of the next one, in a method that runs again and again, such as
 *     the handler of an event, without a look at the old one
 *   <li>a periodic task whose handle is dropped, while that of another one on the same pool is kept and cancelled
 *   <li>a handle that is taken out of a map and dropped, while another method takes it out and cancels it
 * </ul>
 *
 * <h2>Why is this bad</h2>
 * <p>The method that stops the object cancels what it knows of. What it does not know of runs on, once or for ever: it
 * works on closed connections, keeps the object from being collected, and brings back what was just shut down.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_overwritten_by_event.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_cancels_the_old_one.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the result of {@code submit} and {@code schedule} is dropped, and nothing in the class is ever cancelled: fire and
 *     forget
 *   <li>the method, its callers, or what it calls on the same object look at the field: a test for null, a cancel
 *   <li>methods such as {@code start} and {@code init}, and callbacks such as {@code onSubscribe} and {@code onError}, which
 *     run once
 *   <li>tasks that schedule themselves again
 *   <li>the class stops the pool, or hands it to somebody who may: the periodic tasks end with it
 *   <li>handles that a finished task takes out of a map itself
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: the old task is cancelled before its handle is overwritten. Whether the new one should rather not be started is
 * the author's to decide. None for handles that are not kept, or taken out of a map.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.ScheduledExecutorService}: periodic tasks run until they are cancelled, or the pool is
 *     shut down
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}
 * </ul>
 */
@RuleInfo(
        name = "task-handle-dropped",
        summary = "A scheduled task can no longer be cancelled: its handle is lost",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {772, 404},
        languages = Language.JAVA,
        triggers = Trigger.SPAWN,
        calls = "remove")
public final class TaskHandleDropped implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Lost lost : new LostHandles(function.facts(), function.function(), function.definitions()).find()) {
            findings.accept(finding(function, lost));
        }
    }

    private static Finding finding(FunctionFates function, Lost lost) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        String canceller = lost.cancelled().caller().displayName();
        String message = switch (lost.how()) {
            case OVERWRITTEN ->
                "Each call of '" + name + "' puts a new task into '" + lost.name()
                        + "' without a look at the old one: '" + canceller
                        + "' cancels the last, and the others run on.";
            case DROPPED ->
                "Nobody keeps the handle of this periodic task: '" + canceller + "' cancels '" + lost.name()
                        + "', which runs on the same pool, and this one goes on for ever.";
            case REMOVED ->
                "The task is taken out of '" + lost.name() + "' and not cancelled, as '" + canceller
                        + "' does: it runs on, and nobody finds it any more.";
        };
        String step = switch (lost.how()) {
            case OVERWRITTEN -> "the handle of the task before is overwritten";
            case DROPPED -> "the handle of the task is dropped";
            case REMOVED -> "the handle is taken out, and dropped";
        };
        return new Finding(
                "task-handle-dropped",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                lost.place(),
                name,
                message,
                List.of(
                        new Step(file, lost.place(), step),
                        new Step(
                                lost.cancelled().caller().file(),
                                lost.cancelled().call().span(),
                                "'" + canceller + "' cancels what it knows of")),
                List.of(),
                "Cancel the old task, or keep every handle, before the last reference to it goes.",
                lost.how() == LostHandles.How.OVERWRITTEN ? cancelled(file, lost) : List.of());
    }

    /** Cancels the old task in front of the statement that starts the new one. */
    private static List<Fix> cancelled(SourceFile file, Lost lost) {
        SourceLines lines = SourceLines.of(file).orElse(null);
        Span line = lines == null
                ? null
                : new Span(
                        lost.place().startLine(),
                        lines.indent(lost.place().startLine()).length() + 1,
                        lost.place().startLine(),
                        lines.indent(lost.place().startLine()).length() + 1);
        if (lines == null
                || line == null
                || !lines.line(line.startLine())
                        .strip()
                        .matches("(?:this\\.)?" + Pattern.quote(lost.name()) + "\\s*=.*")
                || !new BlockEdits(file, lines).canInsertBefore(line)) {
            return List.of();
        }
        String interrupts = lost.cancelled().call().arguments().toString().contains("true") ? "true" : "false";
        return List.of(new Fix(
                "Cancel the task before",
                Fix.Safety.UNSAFE,
                List.of(new BlockEdits(file, lines)
                        .before(
                                line,
                                List.of(
                                        "if (" + lost.name() + " != null) {",
                                        "\t" + lost.name() + ".cancel(" + interrupts + ");",
                                        "}")))));
    }
}
