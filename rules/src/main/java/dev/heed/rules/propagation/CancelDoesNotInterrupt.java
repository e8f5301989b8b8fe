package dev.heed.rules.propagation;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.UnreachedWork;
import dev.heed.engine.fate.UnreachedWork.Unreached;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CompletableFuture is cancelled, and the work behind it is not told.
 *
 * <h2>What it does</h2>
 * <p>Reports {@code cancel(true)} of a future that comes from {@code supplyAsync} or {@code runAsync}, or of a stage behind
 * one, where the work waits or loops and nothing else is done to stop it. Reports {@code orTimeout} and
 * {@code completeExceptionally} of such a future where the work asks for its interrupt status: it counts on an interrupt that
 * nobody will ever send.
 *
 * <h2>Why is this bad</h2>
 * <p>A {@code CompletableFuture} does not know what computes its value. {@code cancel(true)} completes it with a
 * {@code CancellationException}, and that is all: the argument has no effect. The work keeps its thread of the pool, often
 * the common one, and its locks and connections, for as long as it likes; the caller believes that it has stopped, and starts
 * the next. To cancel {@code future.thenApply(...)} reaches even less: only what depends on that stage.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_poller_is_not_interrupted.java}
 *
 * <h2>Use instead</h2>
 * <p>Submit the work to an {@code ExecutorService}: the {@code cancel(true)} of its future interrupts.
 * <p>{@code java/good_submitted_to_executor.java}
 * <p>Or let the work ask a flag, or the future itself, between its steps.
 * <p>{@code java/good_work_asks_its_future.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>a plain {@code new CompletableFuture} that something else completes: what that is, is not known
 *   <li>{@code cancel(false)}: it says that the work may go on
 *   <li>the work asks a flag, a field, or whether a future is done
 *   <li>the canceller also closes, stops or interrupts something, writes a flag, or speaks to what the work waits on
 *   <li>work that neither waits nor loops without a bound: it is over soon
 *   <li>{@code orTimeout} and {@code completeExceptionally} of other work: they may be meant for those who wait
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: to whom the work belongs, and how it should be told, is a question of design.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.CompletableFuture#cancel(boolean) CompletableFuture.cancel}: "this value has no effect in
 *     this implementation because interrupts are not used to control processing"
 *   <li>{@link java.util.concurrent.CompletableFuture}: "cancellation is treated as just another form of exceptional
 *     completion"
 *   <li>{@link java.util.concurrent.FutureTask#cancel(boolean) FutureTask.cancel}: what {@code submit} returns interrupts
 * </ul>
 */
@RuleInfo(
        name = "cancel-does-not-interrupt",
        summary = "A CompletableFuture is cancelled, and the work behind it is not told",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {404, 772, 833},
        languages = Language.JAVA,
        triggers = {},
        calls = {"cancel", "orTimeout", "completeExceptionally"})
public final class CancelDoesNotInterrupt implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Unreached unreached : UnreachedWork.of(function)) {
            findings.accept(finding(function, unreached));
        }
    }

    private static Finding finding(FunctionFates function, Unreached unreached) {
        SourceFile file = function.function().file();
        String cancel = unreached.cancel().callee().name();
        String does = cancel.equals("cancel") ? "'cancel(true)'" : "'" + cancel + "'";
        Op.Call wait = unreached.waits();
        String goesOn = wait == null
                ? "its loop runs on in a thread of the pool."
                : "it goes on to wait in '" + wait.callee().name() + "', in a thread of the pool.";
        Op.Call stage = unreached.stage();
        String what = stage == null
                ? does + " only marks the future: the work that '"
                        + unreached.spawn().callee().name() + "' has started is not interrupted, and "
                : does + " reaches only what depends on '" + stage.callee().name()
                        + "': the work before it, started by '"
                        + unreached.spawn().callee().name() + "', is not interrupted, and ";
        List<Step> steps = new ArrayList<>();
        SourceFile there = unreached.spawner().file();
        steps.add(new Step(there, unreached.spawn().span(), "the work is started here"));
        if (stage != null) {
            steps.add(new Step(there, stage.nameSpan(), "what is cancelled is this stage, which depends on it"));
        }
        steps.add(new Step(file, unreached.cancel().nameSpan(), "the future is completed, and nobody tells the work"));
        return new Finding(
                "cancel-does-not-interrupt",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                unreached.cancel().nameSpan(),
                function.function().displayName(),
                what + goesOn,
                steps,
                wait == null
                        ? List.of()
                        : List.of(new Step(unreached.body().file(), wait.span(), "where the work waits")),
                "Submit the work to an ExecutorService, whose futures interrupt; or let it ask a flag that is set here.",
                List.of());
    }
}
