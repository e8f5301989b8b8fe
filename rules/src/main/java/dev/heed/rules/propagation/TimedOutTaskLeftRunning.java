package dev.heed.rules.propagation;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.FuturePaths;
import dev.heed.engine.fate.FuturePaths.BoundedWait;
import dev.heed.engine.fate.FuturePaths.Branch;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Variable;
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
import dev.heed.rules.support.BlockEdits;
import dev.heed.rules.support.RegionEdits;
import dev.heed.rules.support.ResourceSteps;
import dev.heed.rules.support.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A task is awaited with a bound, and not cancelled when the bound passes.
 *
 * <h2>What it does</h2>
 * <p>Reports a bounded {@code get} of a task that the function started itself and that nobody else knows of, where the
 * timeout leaves the task running; or where the timeout cancels it and the interrupt does not.
 *
 * <h2>Why is this bad</h2>
 * <p>{@code get(timeout)} bounds the waiting, not the work. The task keeps its thread, its locks and connections, and
 * nobody can stop it any more. When the caller tries again, the next task joins it, until the pool is full.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_fallback_after_timeout.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_fallback_after_timeout.fixed.java}
 * <p>Where one of the handlers cancels already, the other one must, too:
 * <p>{@code java/bad_cancelled_on_timeout_only.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the future is a parameter, a field, returned, stored, or handed on: its owner decides
 *   <li>the task is awaited again, or its pool is stopped, or the process ends
 *   <li>something else is closed, stopped or destroyed on the way, which may end the task
 *   <li>{@code CompletableFuture} and {@code ForkJoinTask}, whose {@code cancel} does not reach the work
 *   <li>waits without a bound
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe where another handler cancels the task already. Else unsafe: somebody may count on the task to go on.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}: has no effect on a task that is done
 *   <li><em>Java Concurrency in Practice</em>, 7.1.5 "Cancellation Via Future"
 * </ul>
 */
@RuleInfo(
        name = "timed-out-task-left-running",
        summary = "A task is awaited with a bound, and not cancelled when the bound passes",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {404, 772},
        languages = Language.JAVA,
        triggers = Trigger.BOUNDED_AWAIT)
public final class TimedOutTaskLeftRunning implements Rule {
    private static final String NAME = "timed-out-task-left-running";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        if (FuturePaths.concerns(function)) {
            for (BoundedWait wait : FuturePaths.of(function)) {
                Branch timeout = wait.timeout();
                Branch interrupt = wait.interrupt();
                if (timeout.abandoned() && !timeout.stopped()) {
                    findings.accept(finding(function, wait, timeout, interrupt));
                } else if (timeout.cancels() && interrupt.abandoned() && !interrupt.stopped()) {
                    findings.accept(finding(function, wait, interrupt, timeout));
                }
            }
        }
    }

    private static Finding finding(FunctionFates function, BoundedWait wait, Branch left, Branch other) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(file, wait.spawn().span(), "the task is started here"));
        ResourceSteps.addAll(file, left.events(), steps);
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                wait.await().span(),
                name,
                message(name, wait, left, other),
                steps,
                List.of(),
                "Cancel the task on every way out on which nobody waits for it any more; cancel(true) does nothing to"
                        + " a task that is done.",
                fixes(function, wait, left, other));
    }

    private static String message(String name, BoundedWait wait, Branch left, Branch other) {
        boolean onTimeout = left.equals(wait.timeout());
        Variable handle = wait.handle();
        String task = handle == null ? "the task" : "the task in '" + handle.name() + "'";
        if (other.cancels()) {
            return onTimeout
                    ? "An interrupt cancels " + task + ", a timeout does not: '" + name
                            + "' gives up, and the task keeps its thread."
                    : "A timeout cancels " + task + ", an interrupt does not: '" + name
                            + "' gives up, and the task keeps its thread.";
        }
        return "When the time is up '" + name + "' lets go of " + task
                + ", which runs on and keeps its thread: nobody else can cancel it.";
    }

    private static List<Fix> fixes(FunctionFates function, BoundedWait wait, Branch left, Branch other) {
        SourceFile file = function.function().file();
        SourceLines lines = SourceLines.of(file).orElse(null);
        Handler.Clause clause = left.clause();
        Variable handle = wait.handle();
        if (lines == null || handle == null) {
            return List.of();
        } else if (clause == null || clause.text() == null) {
            return returned(function, lines, wait, handle);
        }
        Handler.TryStatement statement = clause.statement();
        boolean inScope = function.definitions().of(handle).size() == 1
                && !statement.span().contains(wait.spawn().span());
        if (!inScope) {
            return List.of();
        }
        List<String> cancel = List.of(handle.name() + ".cancel(true);");
        BlockEdits edits = new BlockEdits(file, lines);
        if (other.cancels() && clause != other.clause()) {
            TextEdit edit = edits.atStart(clause.text().body(), cancel);
            return List.of(new Fix("Cancel the task here, too", Fix.Safety.SAFE, List.of(edit)));
        }
        TextEdit edit = statement.finallyBody() != null
                ? edits.atStart(statement.finallyBody(), cancel)
                : withFinally(file, lines, statement, cancel.get(0));
        return List.of(new Fix("Cancel the task in finally", Fix.Safety.UNSAFE, List.of(edit)));
    }

    /** Where what the wait returns or throws leaves the function at once. */
    private static List<Fix> returned(FunctionFates function, SourceLines lines, BoundedWait wait, Variable handle) {
        int line = wait.await().span().startLine();
        String text = lines.line(line).strip();
        RegionEdits region = new RegionEdits(function.function().file(), lines);
        String spawn = lines.line(wait.spawn().span().startLine());
        boolean isBehindSpawn =
                lines.indent(line).equals(lines.indent(wait.spawn().span().startLine()))
                        && spawn.contains(handle.name() + " = ");
        if (function.definitions().of(handle).size() != 1
                || !isBehindSpawn
                || !text.startsWith("return " + handle.name() + ".get(")
                || !text.endsWith(");")) {
            return List.of();
        }
        String unit = lines.indent(line).startsWith("\t") ? "\t" : "    ";
        List<TextEdit> edits =
                region.inTry(line, line, List.of(), List.of(handle.name() + ".cancel(true);"), unit, List.of());
        return List.of(new Fix("Cancel the task in finally", Fix.Safety.UNSAFE, edits));
    }

    private static TextEdit withFinally(
            SourceFile file, SourceLines lines, Handler.TryStatement statement, String cancel) {
        Span span = statement.span();
        String indent = lines.indent(span.endLine());
        String end = lines.lineEnd();
        String text = " finally {" + end + indent + lines.unit(statement.body()) + cancel + end + indent + "}";
        return new TextEdit(file, span.after(), text);
    }
}
