package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.AwaitEffect;
import dev.heed.engine.model.MethodModel.CancelEffect;
import dev.heed.engine.model.MethodModel.SpawnEffect;
import dev.heed.engine.model.Place;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that a function starts, keeps to itself, and awaits with a bound: what becomes of them when the bound passes, or when
 * the waiting is interrupted.
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

    private final FunctionContext context;
    private final ProgramFacts facts;

    private FuturePaths(FunctionContext context) {
        this.context = context;
        facts = context.facts;
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
        Op.Call spawn = receiver == null ? null : spawn(receiver);
        if (spawn == null || receiver == null || !cancelReachesWork(receiver.type())) {
            return null;
        }
        HandleUses uses = new HandleUses(context, spawn, receiver);
        if (uses.escapes()) {
            return null;
        }
        Variable variable = receiver.variableOrNull();
        Variable handle = variable == null || variable.isTemporary() ? null : variable;
        HandleWalk.Wait place = new HandleWalk.Wait(block, index, call, spawn, uses);
        Branch timeout = HandleWalk.follow(context, place, TIMEOUT_EXCEPTION, "the time is up");
        Branch interrupt =
                HandleWalk.follow(context, place, CallSemantics.INTERRUPTED_EXCEPTION, "the waiting is interrupted");
        return timeout == null || interrupt == null
                ? null
                : new BoundedWait(spawn, block, call, handle, timeout, interrupt);
    }

    /** The only call that can have started what the handle stands for, or null. */
    private Op.@Nullable Call spawn(Operand handle) {
        Op.Call spawn = null;
        for (Object source : context.definitions.sources(handle)) {
            if (source instanceof Operand.Constant constant && constant.value() == null) {
                continue;
            }
            if (spawn != null || !(source instanceof Op.Call call) || !startsTask(call)) {
                return null;
            }
            spawn = call;
        }
        return spawn;
    }

    private boolean startsTask(Op.Call call) {
        SpawnEffect spawns = context.calls.model(call).spawns();
        return spawns != null
                && call.callee().confidence() != Confidence.UNRESOLVED
                && !call.callee().isConstructor()
                && spawns.handle() != null
                && spawns.handle().equals(Place.RESULT)
                && (spawns.where() == SpawnEffect.Where.TASK || spawns.where() == SpawnEffect.Where.SCHEDULE);
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
