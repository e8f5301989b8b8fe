package dev.heed.rules.cleanup;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.ResourcePaths;
import dev.heed.engine.fate.ResourcePaths.UnheldRelease;
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
import dev.heed.engine.source.Span;
import dev.heed.rules.support.MoveStatement;
import dev.heed.rules.support.ResourceSteps;
import dev.heed.rules.support.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An interrupted acquire is followed by a release of what was never acquired.
 *
 * <h2>What it does</h2>
 * <p>Reports an interruptible acquire of a lock or permit inside the {@code try} whose {@code finally}, or handler
 * for everything, releases it in any case.
 *
 * <h2>Why is this bad</h2>
 * <p>Interrupted while it waits, the acquire throws and has acquired nothing; the {@code finally} releases all the
 * same. A lock answers with {@code IllegalMonitorStateException}, which takes the place of the interrupt. A semaphore
 * takes the permit that nobody had: from then on one more than intended may pass.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_lock_interruptibly.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_lock_interruptibly.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>a flag, a null test, a count, or the lock itself is asked before the release
 *   <li>a handler of the interrupt leaves without passing the release
 *   <li>the lock was taken before, and is taken a second time
 *   <li>the failure of the unlock is caught just around it
 *   <li>acquires that cannot be interrupted
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe: the acquire moves in front of the {@code try}. Offered where it is the first statement of the {@code try}
 * and no handler of it takes the interrupt. Unsafe where plain statements stand before it, which then run with the lock held.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.locks.Lock}: "in most cases, the following idiom should be used"
 *   <li>{@link java.util.concurrent.Semaphore#release() Semaphore.release()}: "There is no requirement that a thread
 *     that releases a permit must have acquired that permit"
 * </ul>
 */
@RuleInfo(
        name = "acquire-inside-try",
        summary = "An interrupted acquire is followed by a release of what was never acquired",
        family = Family.CLEANUP,
        since = "0.1.0",
        cwe = {459, 460},
        languages = Language.JAVA,
        triggers = Trigger.ACQUIRE)
public final class AcquireInsideTry implements Rule {
    private static final String NAME = "acquire-inside-try";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        if (ResourcePaths.concerns(function)) {
            for (UnheldRelease release : ResourcePaths.of(function).unheldReleases()) {
                findings.accept(finding(function, release));
            }
        }
    }

    private static Finding finding(FunctionFates function, UnheldRelease release) {
        SourceFile file = function.function().file();
        String name = function.function().displayName();
        boolean isLock = release.kind().equals("lock");
        String message = isLock
                ? "Interrupted while it waits for '" + release.resource() + "', '" + name
                        + "' still unlocks it: the exception of a thread that does not hold the lock hides the interrupt."
                : "Interrupted while it waits for '" + release.resource() + "', '" + name
                        + "' still releases a permit that it never had: from then on there is one too many.";
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                file,
                release.acquire().span(),
                "interrupted here, '" + release.delivery().by() + "' throws and has acquired nothing"));
        ResourceSteps.addAll(file, release.events(), steps);
        steps.add(new Step(
                file,
                release.release().span(),
                isLock ? "it is unlocked all the same" : "it is released all the same"));
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                release.acquire().span(),
                name,
                message,
                steps,
                List.of(),
                "Acquire before the try: what the finally releases is then held whenever it runs.",
                fixes(function, release));
    }

    private static List<Fix> fixes(FunctionFates function, UnheldRelease release) {
        Handler handler = release.block().handler();
        SourceLines lines = SourceLines.of(function.function().file()).orElse(null);
        if (handler == null || lines == null || !release.acquire().isStatement()) {
            return List.of();
        }
        Handler.TryStatement statement = handler.clauses().get(0).statement();
        boolean releasesInFinally = statement.finallyBody() != null
                && statement.finallyBody().contains(release.release().span());
        if (!releasesInFinally || isCaughtBy(function, release, statement)) {
            return List.of();
        }
        MoveStatement move = new MoveStatement(function.function().file(), lines);
        Span acquire = release.acquire().span();
        List<TextEdit> edits = move.beforeTry(acquire, statement);
        if (!edits.isEmpty()) {
            return List.of(new Fix("Acquire before the try", Fix.Safety.SAFE, edits));
        }
        String text = lines.text(acquire);
        Pattern receiver =
                Pattern.compile("\\b" + Pattern.quote(text.substring(0, Math.max(0, text.indexOf('.')))) + "\\b");
        edits = text.endsWith("()") ? move.overOthers(acquire, statement, receiver) : List.of();
        return edits.isEmpty() ? List.of() : List.of(new Fix("Acquire before the try", Fix.Safety.UNSAFE, edits));
    }

    /** Whether a handler of the try takes the interrupt, which it would not if the acquire stood in front. */
    private static boolean isCaughtBy(FunctionFates function, UnheldRelease release, Handler.TryStatement statement) {
        Dispatch dispatch = Dispatch.of(
                release.delivery().type(),
                release.block().handler(),
                function.facts().hierarchy());
        return dispatch.landings().stream()
                .map(Dispatch.Landing::clause)
                .anyMatch(clause -> clause.kind() == Handler.Kind.CATCH && clause.statement() == statement);
    }
}
