package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.CancelEffect;
import dev.heed.engine.model.MethodModel.SpawnEffect;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Futures that are cancelled, or given a time limit, in a way that only marks the future: the work that was to complete it goes
 * on.
 */
public final class UnreachedWork {
    private static final String COMPLETABLE_FUTURE = "java.util.concurrent.CompletableFuture";
    private static final int MAX_STAGES = 12;

    /** Beside {@code cancel}: what ends a future early, with no word of whether its work should end. */
    private static final Set<String> ENDS_EARLY = Set.of("orTimeout", "completeExceptionally");

    /** Stages that stand for the same future. */
    private static final Set<String> RETURNS_ITSELF = Set.of("orTimeout", "completeOnTimeout", "completeAsync");

    private static final List<String> STOP_WORDS = List.of(
            "close", "stop", "destroy", "shutdown", "kill", "abort", "interrupt", "dispose", "terminate", "disconnect");

    /**
     * A cancel that does not reach the work.
     *
     * @param cancel the call
     * @param spawn the call that started the work
     * @param stage the last stage between the two: what is cancelled depends on the work; null if there is none
     * @param body the work
     * @param waits where the work waits; null if it only runs on and on
     */
    public record Unreached(
            Op.Call cancel,
            Op.Call spawn,
            Function spawner,
            Op.@Nullable Call stage,
            Function body,
            Op.@Nullable Call waits) {}

    private record Origin(Op.Call spawn, Function in, Op.@Nullable Call stage) {}

    private final FunctionContext context;
    private final ProgramFacts facts;

    private UnreachedWork(FunctionFates fates) {
        context = new FunctionContext(fates);
        facts = fates.facts();
    }

    /** The cancels of a function that do not reach the work. */
    public static List<Unreached> of(FunctionFates fates) {
        List<Unreached> found = new ArrayList<>();
        UnreachedWork search = null;
        for (Block block : fates.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && mayMean(fates, call)) {
                    search = search == null ? new UnreachedWork(fates) : search;
                    Unreached unreached = search.unreached(call);
                    if (unreached != null
                            && found.stream().noneMatch(u -> u.cancel().span().equals(call.span()))) {
                        found.add(unreached);
                    }
                }
            }
        }
        return found;
    }

    /** Whether a call may be meant to stop the work of a future, and only marks the future. */
    private static boolean mayMean(FunctionFates fates, Op.Call call) {
        if (call.receiver() == null
                || call.callee().confidence() == Confidence.UNRESOLVED
                || !fates.facts()
                        .hierarchy()
                        .isSubtype(call.callee().receiverType(), COMPLETABLE_FUTURE)
                        .isYes()) {
            return false;
        }
        CancelEffect effect = fates.calls().model(call).cancel();
        if (effect != null && !effect.interrupts()) {
            return call.arguments().stream()
                    .anyMatch(argument -> argument instanceof Operand.Constant c && Boolean.TRUE.equals(c.value()));
        }
        return ENDS_EARLY.contains(call.callee().name());
    }

    private @Nullable Unreached unreached(Op.Call cancel) {
        Origin origin = cancel.receiver() == null ? null : origin(cancel.receiver());
        if (origin == null || stopsOtherwise(cancel)) {
            return null;
        }
        SpawnEffect spawns = facts.model(origin.spawn()).spawns();
        if (spawns == null || spawns.argument() >= origin.spawn().arguments().size()) {
            return null;
        }
        Operand work = origin.spawn().arguments().get(spawns.argument());
        for (Object source : new Definitions(origin.in()).sources(work)) {
            for (Function body : facts.bodies(source)) {
                Work code = new Work(body);
                boolean meant = cancel.callee().name().equals("cancel") || code.pollsStatus;
                if (body.hasBody() && meant && code.runsLong() && !code.asksWhetherToStop && !isToldBy(code)) {
                    return new Unreached(cancel, origin.spawn(), origin.in(), origin.stage(), body, code.wait);
                }
            }
        }
        return null;
    }

    // ---- where the future comes from ----

    private @Nullable Origin origin(Operand future) {
        if (context.definitions.single(future) instanceof Op.FieldRead read) {
            return ofField(read.field());
        }
        return origin(context.function, context.definitions, future);
    }

    /** The only work that a private field's future ever stands for, or null. */
    private @Nullable Origin ofField(FieldRef field) {
        TypeDeclaration owner = facts.type(field.owner());
        boolean isPrivate = owner != null
                && owner.fields().stream()
                        .anyMatch(declared -> declared.ref().name().equals(field.name())
                                && declared.modifiers().contains(Function.Modifier.PRIVATE));
        if (!isPrivate) {
            return null;
        }
        Origin only = null;
        for (Function function : facts.usingIn(context.function.file(), field.name())) {
            Definitions there = new Definitions(function);
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (!(op instanceof Op.FieldWrite write)
                            || !write.field().toString().equals(field.toString())
                            || (write.value() instanceof Operand.Constant constant && constant.value() == null)) {
                        continue;
                    }
                    Origin origin = origin(function, there, write.value());
                    if (origin == null || only != null) {
                        return null;
                    }
                    only = origin;
                }
            }
        }
        return only;
    }

    /** The work at the end of a chain of stages, or null. */
    private @Nullable Origin origin(Function in, Definitions definitions, Operand future) {
        Operand current = future;
        Op.Call stage = null;
        for (int i = 0; i < MAX_STAGES && current != null; i++) {
            if (!(definitions.single(current) instanceof Op.Call call)
                    || !call.callee().isResolved()) {
                return null;
            }
            SpawnEffect spawns = facts.model(call).spawns();
            if (spawns != null
                    && spawns.where() == SpawnEffect.Where.TASK
                    && spawns.argument() >= 0
                    && Place.RESULT.equals(spawns.handle())) {
                boolean isFuture = facts.hierarchy()
                        .isSubtype(call.callee().returnType(), COMPLETABLE_FUTURE)
                        .isYes();
                return isFuture && call.callee().isStatic() ? new Origin(call, in, stage) : null;
            }
            boolean isStage = spawns != null && spawns.where() == SpawnEffect.Where.CALLBACK;
            if (!isStage && !RETURNS_ITSELF.contains(call.callee().name())) {
                return null;
            }
            stage = isStage && stage == null ? call : stage;
            current = call.receiver();
        }
        return null;
    }

    // ---- what else may stop it ----

    private boolean stopsOtherwise(Op.Call cancel) {
        for (Block block : context.function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && !call.span().equals(cancel.span()) && mayStop(call)) {
                    return true;
                }
                if (op instanceof Op.FieldWrite write
                        && write.value() instanceof Operand.Constant constant
                        && constant.value() instanceof Boolean) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayStop(Op.Call call) {
        if (context.calls.statusEffect(call) != StatusEffect.NONE) {
            return false;
        }
        String name = call.callee().name().toLowerCase(Locale.ROOT);
        return !name.startsWith("is")
                && call.kind() != Op.CallKind.IMPLICIT_SUPPRESS
                && STOP_WORDS.stream().anyMatch(name::contains);
    }

    /** Whether the canceller also speaks to something that the work waits on: puts an end marker into its queue, for example. */
    private boolean isToldBy(Work work) {
        for (Block block : context.function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && call.receiver() != null
                        && context.calls.model(call).log() == null) {
                    Op source = context.definitions.single(call.receiver());
                    Variable variable = call.receiver().variableOrNull();
                    boolean shared = source instanceof Op.FieldRead read
                            ? work.used.contains(read.field().toString())
                            : variable != null && work.used.contains(variable.name());
                    if (shared) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What can be told of the code of the work. */
    private final class Work {
        private final Set<String> used = new HashSet<>();
        private final Function body;
        private boolean pollsStatus;
        private boolean asksWhetherToStop;
        private boolean loops;
        private Op.@Nullable Call wait;

        Work(Function body) {
            this.body = body;
            TaskUses uses = new TaskUses(facts, context.calls, body);
            for (Function function : uses.functions()) {
                look(function);
            }
        }

        boolean runsLong() {
            return wait != null || loops || context.calls.summary(body).waits();
        }

        private void look(Function function) {
            Definitions definitions = new Definitions(function);
            FunctionContext inside = new FunctionContext(function, facts, context.calls.summaries());
            for (Block block : function.blocks()) {
                loops |= block.isLoopHead() && !inside.isBounded(block);
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call) {
                        look(call, inside, definitions);
                    }
                }
                asksWhetherToStop |= asksFlag(block, definitions);
            }
        }

        private void look(Op.Call call, FunctionContext inside, Definitions definitions) {
            StatusEffect effect = facts.model(call).status();
            pollsStatus |= effect == StatusEffect.POLLS || effect == StatusEffect.POLLS_AND_CLEARS;
            String name = call.callee().name();
            asksWhetherToStop |= name.equals("isDone") || name.startsWith("isCancel") || name.startsWith("isShut");
            if (wait == null && inside.calls.mayWait(call)) {
                wait = call;
            }
            Operand receiver = call.receiver();
            if (receiver != null) {
                Variable variable = receiver.variableOrNull();
                if (definitions.single(receiver) instanceof Op.FieldRead read) {
                    used.add(read.field().toString());
                } else if (variable != null && variable.kind() == Variable.Kind.CAPTURED) {
                    used.add(variable.name());
                }
            }
        }
    }

    /** Whether a block ends in a test of a field: a flag by which others may stop the work. */
    private static boolean asksFlag(Block block, Definitions definitions) {
        return block.terminator() instanceof Terminator.Branch branch
                && branch.test() instanceof Test.IsTrue test
                && (definitions.single(test.operand()) instanceof Op.FieldRead
                        || (definitions.single(test.operand()) instanceof Op.Call call
                                && call.receiver() != null
                                && call.callee().name().equals("get")));
    }
}
