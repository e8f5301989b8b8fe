package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.AwaitEffect;
import dev.heed.engine.model.MethodModel.CancelEffect;
import dev.heed.engine.model.Place;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that a function starts, keeps to itself, and awaits: what becomes of it when the bound of the wait passes, or when the
 * waiting is interrupted.
 */
public final class FuturePaths {
    private static final String TIMEOUT_EXCEPTION = "java.util.concurrent.TimeoutException";

    /**
     * A bounded wait for a task that nobody else knows of.
     *
     * @param spawn the call that started the task
     * @param block the block of the wait
     * @param await the bounded wait
     * @param handle the variable that stands for the task, or null if the wait follows the spawn directly
     * @param timeout what happens when the bound passes
     * @param interrupt what happens when the waiting is interrupted
     */
    public record BoundedWait(
            Op.Call spawn,
            Block block,
            Op.Call await,
            @Nullable Variable handle,
            Branch timeout,
            Branch interrupt) {}

    /**
     * What becomes of the task on the paths from one exception of the wait.
     *
     * @param clause the first catch clause that takes the exception, or null
     * @param cancels whether the task is cancelled on some path
     * @param stopped whether it is cancelled, or something else is asked to stop that may end it
     * @param abandoned whether the task is left running on some path, by the shortest one
     * @param exit where that path ends, or null
     * @param thrown the type of the exception with which it leaves the function, or null
     * @param events of that path
     */
    public record Branch(
            Handler.@Nullable Clause clause,
            boolean cancels,
            boolean stopped,
            boolean abandoned,
            @Nullable Span exit,
            @Nullable String thrown,
            List<Event> events) {
        public Branch {
            events = List.copyOf(events);
        }
    }

    /**
     * A wait without a bound for work that nobody else knows of.
     *
     * @param start the call that started the work
     * @param maker the function of the same file that this call runs, or null if it hands the work to an executor itself
     * @param isTask whether the work is a task of an executor; else a callback completes a promise
     * @param interrupts whether the handle's {@code cancel(true)} tells the work
     * @param await the wait
     * @param handle the variable that stands for the work, or null if the wait follows the start directly
     * @param interrupt what happens when the waiting is interrupted
     */
    public record EndlessWait(
            Op.Call start,
            @Nullable Function maker,
            boolean isTask,
            boolean interrupts,
            Op.Call await,
            @Nullable Variable handle,
            Branch interrupt) {}

    private final FunctionContext context;
    private final ProgramFacts facts;
    private final HandleOrigins origins;

    private FuturePaths(FunctionContext context) {
        this.context = context;
        facts = context.facts;
        origins = new HandleOrigins(context.function, context.definitions, facts);
    }

    /** Whether a function may wait with a bound: cheap. */
    public static boolean concerns(FunctionFates fates) {
        return fates.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call && isBoundedWait(fates.calls(), call));
    }

    /** The waits of a function for tasks of its own. */
    public static List<BoundedWait> of(FunctionFates fates) {
        return new FuturePaths(new FunctionContext(fates)).waits();
    }

    /** The waits of a function, without a bound, for work of its own. */
    public static List<EndlessWait> endless(FunctionFates fates) {
        boolean concerns = fates.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call && isEndlessWait(fates.calls(), call));
        return concerns ? new FuturePaths(new FunctionContext(fates)).endlessWaits() : List.of();
    }

    private static boolean isBoundedWait(CallSemantics calls, Op.Call call) {
        AwaitEffect await = calls.model(call).await();
        return await != null
                && await.bounded()
                && await.place().equals(Place.RECEIVER)
                && call.receiver() != null
                && call.callee().declaredThrows().contains(TIMEOUT_EXCEPTION);
    }

    private List<BoundedWait> waits() {
        List<BoundedWait> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                if (block.ops().get(i) instanceof Op.Call call
                        && isBoundedWait(context.calls, call)
                        && found.stream().noneMatch(w -> w.await().span().equals(call.span()))) {
                    BoundedWait wait = wait(block, i, call);
                    if (wait != null) {
                        found.add(wait);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable BoundedWait wait(Block block, int index, Op.Call call) {
        Operand receiver = call.receiver();
        HandleOrigins.Origin origin = receiver == null ? null : origins.of(receiver);
        if (origin == null || receiver == null || !origin.isTask() || !cancelReachesWork(receiver.type())) {
            return null;
        }
        HandleUses uses = new HandleUses(context, origin.start(), receiver);
        if (uses.escapes()) {
            return null;
        }
        HandleWalk.Wait place = new HandleWalk.Wait(block, index, call, origin.start(), uses);
        Branch timeout = HandleWalk.follow(context, place, TIMEOUT_EXCEPTION, "the time is up");
        Branch interrupt =
                HandleWalk.follow(context, place, CallSemantics.INTERRUPTED_EXCEPTION, "the waiting is interrupted");
        return timeout == null || interrupt == null
                ? null
                : new BoundedWait(origin.start(), block, call, named(receiver), timeout, interrupt);
    }

    private static @Nullable Variable named(Operand handle) {
        Variable variable = handle.variableOrNull();
        return variable == null || variable.isTemporary() ? null : variable;
    }

    // ---- waits without a bound ----

    private List<EndlessWait> endlessWaits() {
        List<EndlessWait> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                if (block.ops().get(i) instanceof Op.Call call
                        && isEndlessWait(context.calls, call)
                        && found.stream().noneMatch(w -> w.await().span().equals(call.span()))) {
                    EndlessWait wait = endlessWait(block, i, call);
                    if (wait != null) {
                        found.add(wait);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isEndlessWait(CallSemantics calls, Op.Call call) {
        if (call.receiver() == null || !call.callee().declaredThrows().contains(CallSemantics.INTERRUPTED_EXCEPTION)) {
            return false;
        }
        AwaitEffect await = calls.model(call).await();
        return await != null && !await.bounded() && await.place().equals(Place.RECEIVER);
    }

    private @Nullable EndlessWait endlessWait(Block block, int index, Op.Call call) {
        Operand receiver = call.receiver();
        HandleOrigins.Origin origin = receiver == null ? null : origins.of(receiver);
        if (origin == null || receiver == null) {
            return null;
        }
        HandleUses uses = new HandleUses(context, origin.start(), receiver);
        if (uses.escapes()) {
            return null;
        }
        HandleWalk.Wait place = new HandleWalk.Wait(block, index, call, origin.start(), uses);
        Branch interrupt =
                HandleWalk.follow(context, place, CallSemantics.INTERRUPTED_EXCEPTION, "the waiting is interrupted");
        return interrupt == null
                ? null
                : new EndlessWait(
                        origin.start(),
                        origin.maker(),
                        origin.isTask(),
                        cancelReachesWork(receiver.type()),
                        call,
                        named(receiver),
                        interrupt);
    }

    /** Whether the handle's {@code cancel(true)} tells the work, and not only those who wait for it. */
    private boolean cancelReachesWork(String type) {
        MethodRef cancel = new MethodRef(type, "cancel", List.of("boolean"));
        Callee callee = new Callee("cancel", type, List.of(cancel), List.of(), "boolean", false, Confidence.RESOLVED);
        CancelEffect effect =
                facts.models().method(callee, 1, facts.hierarchy()).cancel();
        return effect != null && effect.interrupts();
    }
}
