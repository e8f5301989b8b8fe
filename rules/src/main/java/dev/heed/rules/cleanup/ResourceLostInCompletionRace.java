package dev.heed.rules.cleanup;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.LostOffers;
import dev.heed.engine.fate.LostOffers.LostOffer;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Variable;
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
import dev.heed.rules.support.CloseIfRefused;
import java.util.List;
import java.util.function.Consumer;

/**
 * A resource is handed to a promise that may be cancelled, and lost if it was.
 *
 * <h2>What it does</h2>
 * <p>Reports {@code complete(resource)}, {@code trySuccess(resource)}, {@code set(resource)} and their like, where the
 * resource has been opened just before, the promise is known to others, and the answer is dropped.
 *
 * <h2>Why is this bad</h2>
 * <p>Whoever cancels the promise, or gives up on it after a time, has stopped waiting: {@code complete} then returns
 * {@code false}, and the connection that was opened in vain belongs to nobody. It is a race that tests do not see, and that
 * production sees whenever it is slow: each connect that comes in after its timeout leaks one socket, just when there are
 * too many of them already.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_connect_after_cancel.java}
 *
 * <h2>Use instead</h2>
 * <p>Close what the promise does not take.
 * <p>{@code java/bad_connect_after_cancel.fixed.java}
 * <p>Or let the work be a task of an executor, which a cancel interrupts, and close there what nobody gets.
 * <p>{@code java/good_closed_when_cancelled.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the answer is looked at, even if nothing is done with it
 *   <li>nobody else holds the promise yet: it is completed before it is returned
 *   <li>the resource is also kept, registered or given to somebody else, who may close it
 *   <li>the value is no resource: a string, a list, a stream of a collection, a {@code close()} that does nothing
 *   <li>the value was not opened here, but came in as an argument: who owns it is not known
 *   <li>sinks without an answer ({@code MonoSink.success}): their library has hooks for what is dropped
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Safe: the resource is closed only when the promise has refused it. Offered where the exceptions of {@code close()} are
 * handled around.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.CompletableFuture#complete(Object) CompletableFuture.complete}: "true if this invocation
 *     caused this CompletableFuture to transition to a completed state, else false"
 *   <li>{@link java.util.concurrent.CompletableFuture#cancel(boolean) CompletableFuture.cancel}: completes it with a
 *     {@code CancellationException}
 * </ul>
 */
@RuleInfo(
        name = "resource-lost-in-completion-race",
        summary = "A resource is handed to a promise that may be cancelled, and lost if it was",
        family = Family.CLEANUP,
        since = "0.1.0",
        cwe = {772, 404, 252},
        languages = Language.JAVA,
        triggers = Trigger.OFFER)
public final class ResourceLostInCompletionRace implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        if (LostOffers.concerns(function)) {
            for (LostOffer lost : LostOffers.of(function)) {
                findings.accept(finding(function, lost));
            }
        }
    }

    private static Finding finding(FunctionFates function, LostOffer lost) {
        SourceFile file = function.function().file();
        String name = lost.offer().callee().name();
        String type = Types.simpleName(lost.type());
        String promise = function.calls().receiverName(lost.offer());
        return new Finding(
                "resource-lost-in-completion-race",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                lost.offer().span(),
                function.function().displayName(),
                "If " + (promise == null ? "the promise" : "'" + promise + "'")
                        + " was cancelled meanwhile, '" + name + "' returns false, and nobody looks: the '" + type
                        + "' that was opened for it is never closed.",
                List.of(
                        new Step(file, lost.opened().span(), "the '" + type + "' is opened here"),
                        new Step(
                                file,
                                lost.offer().span(),
                                "a cancelled promise does not take it, and the answer is dropped")),
                List.of(),
                "Close it if '" + name + "' returns false.",
                fixes(function, lost));
    }

    private static List<Fix> fixes(FunctionFates function, LostOffer lost) {
        Variable variable = lost.variable();
        boolean handled = lost.closeThrows().stream()
                .allMatch(type ->
                        Dispatch.of(
                                                type,
                                                lost.block().handler(),
                                                function.facts().hierarchy())
                                        .landings()
                                        .stream()
                                        .anyMatch(landing -> landing.type().equals(type))
                                || function.function().declaredThrows().stream()
                                        .anyMatch(declared -> function.facts()
                                                .hierarchy()
                                                .isSubtype(type, declared)
                                                .isYes()));
        return variable == null || !handled
                ? List.of()
                : CloseIfRefused.of(function.function().file(), lost.offer().span(), variable.name());
    }
}
