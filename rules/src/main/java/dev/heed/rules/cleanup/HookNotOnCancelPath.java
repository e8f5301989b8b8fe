package dev.heed.rules.cleanup;

import dev.heed.engine.facts.EmitterUses;
import dev.heed.engine.facts.Pipelines;
import dev.heed.engine.facts.Pipelines.Library;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
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
import dev.heed.rules.support.HookEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cleanup hangs on a hook that does not run when the pipeline is cancelled.
 *
 * <h2>What it does</h2>
 * <p>Reports, in pipelines of Reactor, RxJava and Mutiny:
 * <ul>
 *   <li>something that is released in {@code doOnTerminate}, {@code doAfterTerminate}, or in {@code onItemOrFailure()} by code
 *     that looks at neither, where no hook of the chain runs on a cancel
 *   <li>{@code usingWhen} that commits on a cancel: the function for the cancel is that for success, while there is another
 *     one for errors
 *   <li>a hook whose result is dropped, so that it is part of no pipeline
 *   <li>{@code create} of a stream that hands its emitter to work which goes on behind it, and never learns through it that
 *     the subscriber has gone
 * </ul>
 *
 * <h2>Why is this bad</h2>
 * <p>A cancel is neither completion nor error. It comes from the client that closes its connection, from {@code timeout},
 * {@code take} and {@code switchMap}: daily events. Each time the buffer, the connection, the lock stays taken; or half a unit
 * of work is committed.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_released_on_terminate.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_released_on_terminate.fixed.java}
 * <p>For an emitter:
 * <p>{@code java/good_emitter_learns.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>any hook of the same chain that runs on a cancel: {@code doFinally}, {@code doOnCancel}, {@code doOnDispose},
 *     {@code onTermination()}, {@code onCancellation()}, {@code using}
 *   <li>hooks that log, count, or pass something on
 *   <li>hooks of failures alone ({@code doOnError}, {@code onFailure()}): what they give back is handed on otherwise
 *   <li>chains that are run where they are made: {@code block}, {@code subscribe}
 *   <li>one-shot emitters such as {@code Mono.create}: a late value is dropped
 *   <li>emitters that are handed to something unknown, or asked {@code isCancelled()} anywhere
 *   <li>{@code usingWhen} with one function for all ends
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: {@code doFinally} runs after the signal has gone downstream, {@code doOnTerminate} before.
 *
 * <h2>References</h2>
 * <ul>
 *   <li><a href="https://projectreactor.io/docs/core/release/api/reactor/core/publisher/Flux.html">Flux</a>:
 *     {@code doFinally} runs for any reason, the cancel included; {@code doOnTerminate} on completion or error
 *   <li><a href="https://reactivex.io/RxJava/3.x/javadoc/io/reactivex/rxjava3/core/Flowable.html">Flowable</a>:
 *     {@code doFinally}, {@code doOnCancel}
 *   <li><a href="https://quarkus.io/blog/mutiny-invoke-and-call">Mutiny</a>: a group of hooks for each kind of event
 * </ul>
 */
@RuleInfo(
        name = "hook-not-on-cancel-path",
        summary = "Cleanup hangs on a hook that does not run when the pipeline is cancelled",
        family = Family.CLEANUP,
        since = "0.1.0",
        cwe = {459, 404},
        languages = Language.JAVA,
        triggers = Trigger.HOOK,
        calls = {"doOnTerminate", "doAfterTerminate", "usingWhen", "create", "invoke", "call"})
public final class HookNotOnCancelPath implements Rule {
    private static final Set<String> AT_THE_END = Set.of("doOnTerminate", "doAfterTerminate");
    private static final Set<String> GROUP_ENDS = Set.of("invoke", "call");
    private static final Set<String> STREAMS = Set.of("Flux", "Flowable", "Observable");

    /** What is released on a failure alone is handed on otherwise, as with {@code doOnError}. */
    private static final String FAILURE_ONLY = "onFailure";

    private static final List<String> CLEANUP_WORDS = List.of(
            "release",
            "close",
            "unlock",
            "dispose",
            "recycle",
            "cleanup",
            "clean",
            "returnobject",
            "destroy",
            "unregister",
            "deregister",
            "decrement",
            "free");
    private static final List<String> COMMIT_WORDS = List.of("commit", "success", "publish", "complete", "returning");

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Pipelines pipelines = null;
        for (Block block : function.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && concerns(function, call)) {
                    if (pipelines == null) {
                        pipelines = new Pipelines(function.facts(), function.function(), function.definitions());
                    }
                    check(function, pipelines, call).ifPresent(findings);
                }
            }
        }
    }

    private static boolean concerns(FunctionFates function, Op.Call call) {
        String name = call.callee().name();
        return AT_THE_END.contains(name)
                || name.equals("usingWhen")
                || name.equals("create")
                || (GROUP_ENDS.contains(name) && call.arguments().size() == 1)
                || (call.isStatement()
                        && name.startsWith("do")
                        && function.facts().model(call).runsOnCancel() != null);
    }

    private static Optional<Finding> check(FunctionFates function, Pipelines pipelines, Op.Call call) {
        List<Op.Call> chain = pipelines.chain(call);
        Optional<Library> library = pipelines.library(chain);
        if (library.isEmpty()) {
            return Optional.empty();
        }
        String name = call.callee().name();
        if (call.isStatement() && name.startsWith("do")) {
            return Optional.of(dropped(function, call));
        } else if (name.equals("usingWhen")) {
            return committed(function, call);
        } else if (name.equals("create")) {
            return deafEmitter(function, call);
        } else if (pipelines.heedsCancel(chain) || pipelines.isRunHere(chain)) {
            return Optional.empty();
        }
        return skipped(function, pipelines, call, library.get());
    }

    // ---- cleanup at the end of a pipeline ----

    private static Optional<Finding> skipped(
            FunctionFates function, Pipelines pipelines, Op.Call call, Library library) {
        Operand action = call.arguments().isEmpty() ? null : call.arguments().get(0);
        if (!(action instanceof Operand.FunctionRef reference)) {
            return Optional.empty();
        }
        Function body = reference.isMethodReference() ? null : pipelines.body(reference);
        String hook = call.callee().name();
        String released = null;
        if (GROUP_ENDS.contains(hook)) {
            Op.Call group = pipelines.before(call);
            if (group == null
                    || group.callee().name().equals(FAILURE_ONLY)
                    || !Boolean.FALSE.equals(function.facts().model(group).runsOnCancel())
                    || body == null
                    || !Pipelines.ignoresParameters(body)) {
                return Optional.empty();
            }
            hook = group.callee().name();
            released = lastCall(function, body);
        } else {
            released = body == null ? cleanup(reference.target().name()) : cleanupIn(body);
        }
        if (released == null) {
            return Optional.empty();
        }
        String name = function.function().displayName();
        return Optional.of(finding(
                function,
                call.nameSpan(),
                "'" + released + "' runs when the pipeline of '" + name + "' completes or fails, and not when it is"
                        + " cancelled: then nobody does it (assuming that '" + released + "' is a cleanup).",
                List.of(step(function, call.nameSpan(), "'" + hook + "' does not run on a cancel")),
                library == Library.MUTINY
                        ? "Use onTermination(), which also runs on a cancellation."
                        : "Use doFinally, which also runs on a cancel; or using, which ties the resource to the pipeline.",
                library == Library.MUTINY
                        ? List.of()
                        : HookEdits.toFinally(function.function().file(), call, body, library == Library.REACTOR)));
    }

    /** The name, if it is one of a release. */
    private static @Nullable String cleanup(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CLEANUP_WORDS.stream().anyMatch(lower::contains) ? name : null;
    }

    private static @Nullable String cleanupIn(Function body) {
        for (Block block : body.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && cleanup(call.callee().name()) != null) {
                    return call.callee().name();
                }
            }
        }
        return null;
    }

    private static @Nullable String lastCall(FunctionFates function, Function body) {
        String last = null;
        for (Block block : body.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && function.facts().model(call).log() == null) {
                    last = call.callee().name();
                }
            }
        }
        return last;
    }

    // ---- usingWhen ----

    private static Optional<Finding> committed(FunctionFates function, Op.Call call) {
        if (call.arguments().size() != 5
                || !(call.arguments().get(2) instanceof Operand.FunctionRef complete)
                || !(call.arguments().get(4) instanceof Operand.FunctionRef cancel)
                || !complete.isMethodReference()
                || !complete.target().equals(cancel.target())
                || isReference(call.arguments().get(3), complete.target().name())) {
            return Optional.empty();
        }
        String done = complete.target().name();
        String lower = done.toLowerCase(Locale.ROOT);
        if (COMMIT_WORDS.stream().noneMatch(lower::contains)) {
            return Optional.empty();
        }
        Span place =
                HookEdits.lastReference(function.function().file(), call, done).orElse(call.nameSpan());
        return Optional.of(finding(
                function,
                place,
                "A cancel runs '" + done
                        + "' here, as a completion does: what was done halfway is taken for a success (assuming that it"
                        + " keeps the work).",
                List.of(step(function, place, "the function for a cancel is that for a completion")),
                "Give usingWhen a function for the cancel that undoes the work.",
                List.of()));
    }

    private static boolean isReference(Operand operand, String method) {
        return operand instanceof Operand.FunctionRef reference
                && reference.target().name().equals(method);
    }

    // ---- hooks without a pipeline ----

    private static Finding dropped(FunctionFates function, Op.Call call) {
        String hook = call.callee().name();
        return finding(
                function,
                call.nameSpan(),
                "The result of '" + hook
                        + "' is dropped: an operator changes nothing in place, so the hook is part of no"
                        + " pipeline and never runs.",
                List.of(step(function, call.nameSpan(), "'" + hook + "' makes a new pipeline, which nobody uses")),
                "Use what '" + hook + "' returns in place of the pipeline it is called on.",
                List.of());
    }

    // ---- create ----

    private static Optional<Finding> deafEmitter(FunctionFates function, Op.Call call) {
        String type = call.callee().receiverType();
        boolean isStream = STREAMS.contains(type.substring(type.lastIndexOf('.') + 1));
        if (!isStream
                || call.arguments().isEmpty()
                || !(call.arguments().get(0) instanceof Operand.FunctionRef reference)
                || reference.isMethodReference()) {
            return Optional.empty();
        }
        Function creator = function.facts().function(reference.target());
        Op.Call handed = creator == null ? null : EmitterUses.deafWork(function.facts(), creator);
        if (handed == null) {
            return Optional.empty();
        }
        return Optional.of(finding(
                function,
                call.nameSpan(),
                "The work that is given the emitter here never learns that the subscriber has cancelled: it goes on, and what"
                        + " it holds is not released (assuming that it has no other way to learn of it).",
                List.of(
                        step(function, call.nameSpan(), "the pipeline begins with an emitter"),
                        step(function, handed.span(), "the emitter is handed to work that goes on")),
                "Register with onDispose or setCancellable what ends the work, before it is started.",
                List.of()));
    }

    private static Step step(FunctionFates function, Span span, String text) {
        return new Step(function.function().file(), span, text);
    }

    private static Finding finding(
            FunctionFates function, Span place, String message, List<Step> steps, String remedy, List<Fix> fixes) {
        SourceFile file = function.function().file();
        return new Finding(
                "hook-not-on-cancel-path",
                Level.WARNING,
                message.contains("(assuming ") ? Finding.Confidence.LIKELY : Finding.Confidence.PROVED,
                file,
                place,
                function.function().displayName(),
                message,
                steps,
                List.of(),
                remedy,
                fixes);
    }
}
