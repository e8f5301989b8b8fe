package dev.heed.rules.propagation;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.IgnoredFlags;
import dev.heed.engine.fate.IgnoredFlags.Unasked;
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
import dev.heed.rules.support.GuardStatement;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cancel that must not interrupt interrupts the running task all the same.
 *
 * <h2>What it does</h2>
 * <p>Reports an implementation of {@code Future.cancel(boolean)} that interrupts a thread on a path on which its parameter
 * is false.
 *
 * <h2>Why is this bad</h2>
 * <p>{@code cancel(false)} promises that a task which runs already may come to its end. Callers pass false because the task
 * must not be torn: it writes a file, holds a connection whose channel an interrupt would close, or runs on a thread that
 * others share.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_flag_not_asked.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_flag_not_asked.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the interrupt depends on the parameter, also through {@code &&} or an early return
 *   <li>the parameter is stored or combined with something else: a test of that may stand for it
 *   <li>the parameter is only handed on to another {@code cancel}
 *   <li>the thread interrupts itself
 *   <li>methods named {@code cancel} of types that are no {@code Future}
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: callers that pass false may have come to count on the interrupt.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}: whether the thread that executes the task is
 *     interrupted; otherwise tasks in progress are allowed to complete
 * </ul>
 */
@RuleInfo(
        name = "cancel-interrupts-unasked",
        summary = "A cancel that must not interrupt interrupts the running task all the same",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {705},
        languages = Language.JAVA,
        triggers = Trigger.FUTURE_METHOD)
public final class CancelInterruptsUnasked implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Unasked unasked = IgnoredFlags.of(function);
        if (unasked != null) {
            findings.accept(finding(function, unasked));
        }
    }

    private static Finding finding(FunctionFates function, Unasked unasked) {
        SourceFile file = function.function().file();
        String flag = unasked.flag().name();
        List<Fix> fixes = unasked.interrupt().isStatement()
                ? GuardStatement.put(
                        file,
                        unasked.interrupt().span(),
                        flag,
                        "Interrupt only if '" + flag + "' says so",
                        Fix.Safety.UNSAFE)
                : List.of();
        return new Finding(
                "cancel-interrupts-unasked",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                unasked.interrupt().span(),
                function.function().displayName(),
                "The thread of the task is interrupted even if '" + flag
                        + "' is false: who calls cancel(false) wants the running task to come to its end.",
                List.of(
                        new Step(file, function.function().nameSpan(), "called with '" + flag + "' false"),
                        new Step(file, unasked.interrupt().span(), "the thread is interrupted all the same")),
                List.of(),
                "Interrupt only if '" + flag + "' is true.",
                fixes);
    }
}
