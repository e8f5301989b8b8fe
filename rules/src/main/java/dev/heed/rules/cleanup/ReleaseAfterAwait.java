package dev.heed.rules.cleanup;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.ResourcePaths;
import dev.heed.engine.fate.ResourcePaths.Leak;
import dev.heed.engine.fate.Types;
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
import dev.heed.rules.support.SourceLines;
import dev.heed.rules.support.WrapInFinally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An interrupt between acquire and release skips the release.
 *
 * <h2>What it does</h2>
 * <p>Reports a lock or permit that a function acquires and releases, with a wait in between that an interrupt ends in
 * such a way that no path comes to the release.
 *
 * <h2>Why is this bad</h2>
 * <p>The thread leaves with the lock, and nobody else will ever get it; or the permit is gone, and one less may pass
 * from then on. It happens only when somebody cancels, so tests seldom see it.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_lock_without_finally.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_lock_without_finally.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>some handler on the way of the interrupt releases, or a function that it calls
 *   <li>a function that means to return with the resource held, or is called with it
 *   <li>the resource is handed to a task, a callback, or an object that will release it
 *   <li>a caller in the project releases the same field
 *   <li>a resource that the function makes itself
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe: what stands between the two goes into a {@code try}, and the release into its {@code finally}. Offered where
 * both are statements of one block and nothing declared between them is used behind.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.locks.Lock}: "care must be taken to ensure that all code that is executed while the
 *     lock is held is protected by try-finally or try-catch"
 * </ul>
 */
@RuleInfo(
        name = "release-after-await",
        summary = "An interrupt between acquire and release skips the release",
        family = Family.CLEANUP,
        since = "0.1.0",
        cwe = {772, 404, 459},
        languages = Language.JAVA,
        triggers = Trigger.ACQUIRE)
public final class ReleaseAfterAwait implements Rule {
    private static final String NAME = "release-after-await";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        if (ResourcePaths.concerns(function)) {
            for (Leak leak : ResourcePaths.of(function).leaks()) {
                findings.accept(finding(function, leak));
            }
        }
    }

    private static Finding finding(FunctionFates function, Leak leak) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        boolean isLock = leak.kind().equals("lock");
        String message = "Interrupted in '" + leak.delivery().by() + "', '" + name + "' leaves "
                + (isLock
                        ? "with '" + leak.resource() + "' locked: everyone else who wants the lock waits for ever."
                        : "without a release of '" + leak.resource() + "': its permit is gone for good.");
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                file,
                leak.acquire().span(),
                isLock
                        ? "'" + leak.resource() + "' is locked here"
                        : "a permit of '" + leak.resource() + "' is taken here"));
        ResourceSteps.addOrigin(file, leak.delivery(), steps);
        ResourceSteps.addAll(file, leak.events(), steps);
        String held = isLock ? "with the lock held" : "without the release";
        String exit = leak.thrown() == null
                ? "'" + name + "' returns " + held
                : "'" + Types.simpleName(leak.thrown()) + "' leaves '" + name + "' " + held;
        steps.add(new Step(file, leak.exit(), exit));
        Step skipped = new Step(file, leak.release().span(), "the release that is skipped");
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                leak.acquire().span(),
                name,
                message,
                steps,
                List.of(skipped),
                "Open a try right behind the acquire, and release in its finally.",
                fixes(function, leak));
    }

    private static List<Fix> fixes(FunctionFates function, Leak leak) {
        SourceFile file = function.function().file();
        SourceLines lines = SourceLines.of(file).orElse(null);
        if (lines == null || !leak.release().isStatement()) {
            return List.of();
        }
        List<TextEdit> edits = new WrapInFinally(file, lines)
                .between(leak.acquire().span(), leak.release().span(), function.function());
        return edits.isEmpty() ? List.of() : List.of(new Fix("Release in finally", Fix.Safety.SAFE, edits));
    }
}
