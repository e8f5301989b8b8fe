package dev.heed.rules.reraise;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.HiddenWaits;
import dev.heed.engine.fate.HiddenWaits.HiddenWait;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Function;
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
import dev.heed.rules.support.PathSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A wait that no interrupt ends, behind a signature or on a thread that promises otherwise.
 *
 * <h2>What it does</h2>
 * <p>Reports a method that declares {@code InterruptedException} and never throws it: it waits by a call that takes no notice of
 * interrupts, such as {@code CompletableFuture.join()} or {@code acquireUninterruptibly()}, or it catches the interrupt, sets the
 * status again, and returns. Reports such a wait, too, on a thread that the project interrupts to stop it.
 *
 * <h2>Why is this bad</h2>
 * <p>{@code throws InterruptedException} in a signature is read as "this can be interrupted". Callers build on it: they put the
 * call on a thread that they stop by {@code interrupt()}, or leave out a timeout because they can give up at any time. The
 * interrupt then sets a status that nobody looks at, and the shutdown hangs until whatever is waited for comes by itself. It
 * often began as a {@code get()}, which was replaced by {@code join()} to be rid of {@code ExecutionException}; the clause stayed.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_join_for_get.java}
 *
 * <h2>Use instead</h2>
 * <p>Wait by the call that can be interrupted:
 * <p>{@code java/good_get.java}
 * <p>Where the wait must not be cut short, do not declare that it can be:
 * <p>{@code java/good_does_not_declare.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>methods that override or implement another, or that are overridden: the clause may be there for those
 *   <li>any call in the method that may throw the interrupt, also one of which too little is known
 *   <li>{@code lock()}, which waits only while others hold the lock
 *   <li>futures that are done by then, as the code shows
 *   <li>clauses above a body that waits for nothing: a leftover that does no harm
 *   <li>handlers that set the status again and throw something else
 *   <li>handlers that lose the interrupt, or throw without its status: those are <em>swallowed-interrupt</em> and
 *     <em>wrapped-without-restore</em>
 *   <li>tests, {@code main}, and {@code throws Exception}
 * </ul>
 * <p>A note, since a method may have its reasons; the signature should then say so.
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: {@code acquireUninterruptibly()} becomes {@code acquire()}, and {@code awaitUninterruptibly()} becomes {@code await()}.
 * An interrupt then leaves the method, as declared, where it did not before. None for {@code join()}: {@code get()} has one more
 * checked exception to deal with.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.CompletableFuture#join() CompletableFuture.join}: throws no {@code InterruptedException}
 *   <li>{@link java.util.concurrent.Semaphore#acquireUninterruptibly() Semaphore.acquireUninterruptibly}: continues to wait if
 *     interrupted
 *   <li><em>Java Concurrency in Practice</em>, 5.4 "Blocking and Interruptible Methods"
 * </ul>
 */
@RuleInfo(
        name = "hidden-uninterruptible-wait",
        summary = "A wait that no interrupt ends, behind a signature or on a thread that promises otherwise",
        family = Family.RERAISE,
        level = Level.NOTE,
        since = "0.1.0",
        cwe = {833, 1069},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER,
        calls = {
            "join",
            "acquireUninterruptibly",
            "awaitUninterruptibly",
            "getUninterruptibly",
            "joinUninterruptibly",
            "putUninterruptibly",
            "sleepUninterruptibly",
            "syncUninterruptibly",
            "takeUninterruptibly"
        })
public final class HiddenUninterruptibleWait implements Rule {
    private static final String NAME = "hidden-uninterruptible-wait";

    /** Methods of the same receiver and arguments that can be interrupted. */
    private static final Map<String, String> INTERRUPTIBLE =
            Map.of("acquireUninterruptibly", "acquire", "awaitUninterruptibly", "await");

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Optional<HiddenWait> hidden = HiddenWaits.of(function);
        if (hidden.isPresent()) {
            findings.accept(deaf(function.function(), hidden.get()));
        } else {
            HiddenWaits.keptBack(function).ifPresent(signal -> findings.accept(kept(function, signal)));
        }
    }

    private static Finding deaf(Function function, HiddenWait hidden) {
        String call = hidden.call().callee().name();
        String name = function.displayName();
        CallSite interrupt = hidden.interrupt();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(function.file(), hidden.call().span(), "'" + call + "' waits, and no interrupt ends it"));
        String message;
        if (interrupt == null) {
            message = "'" + name + "' declares InterruptedException, but it waits in '" + call
                    + "', which no interrupt ends: callers that count on giving up wait to the end.";
        } else {
            String stopper = interrupt.caller().displayName();
            message = "'" + stopper + "' interrupts the thread that waits here, but no interrupt ends '" + call
                    + "': the stop takes as long as what is waited for.";
            steps.add(new Step(
                    interrupt.caller().file(),
                    interrupt.call().span(),
                    "'" + stopper + "' interrupts it here: the status is set, and the wait goes on"));
        }
        String remedy = call.equals("join")
                ? "Wait with get(), which an interrupt ends."
                : "Wait with the call that can be interrupted; or do not promise that this one can.";
        return finding(function, hidden.call().span(), message, steps, remedy, fixes(function, hidden));
    }

    private static Finding kept(FunctionFates function, SignalFates signal) {
        String name = function.function().displayName();
        return finding(
                function.function(),
                signal.place(),
                "'" + name + "' declares InterruptedException and never throws it: the interrupt of '"
                        + signal.deliveries().get(0).by()
                        + "' is kept back here, and callers that wait for the exception take what they get for the end of the work.",
                PathSteps.of(function, signal, signal.outcomes().get(0)),
                "Let the interrupt through, as the signature says; or take it out of the signature.",
                List.of());
    }

    private static List<Fix> fixes(Function function, HiddenWait hidden) {
        SourceFile file = function.file();
        String better = INTERRUPTIBLE.get(hidden.call().callee().name());
        return better == null || hidden.interrupt() != null
                ? List.of()
                : List.of(new Fix(
                        "Wait with " + better + "(), which can be interrupted",
                        Fix.Safety.UNSAFE,
                        List.of(new TextEdit(file, hidden.call().nameSpan(), better))));
    }

    private static Finding finding(
            Function function, Span place, String message, List<Step> steps, String remedy, List<Fix> fixes) {
        return new Finding(
                NAME,
                Level.NOTE,
                Finding.Confidence.PROVED,
                function.file(),
                place,
                function.displayName(),
                message,
                steps,
                List.of(),
                remedy,
                fixes);
    }
}
