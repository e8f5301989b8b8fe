package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.SpawnEffect;
import dev.heed.engine.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a function has started that a handle of its stands for: a task that it gave to an executor, or work that another
 * function of the file starts, which gives a handle back that nobody else has.
 */
final class HandleOrigins {
    private static final String FUTURE = "java.util.concurrent.Future";
    private static final String COMPLETION_STAGE = "java.util.concurrent.CompletionStage";
    private static final int MAX_DEPTH = 3;

    /** Stages whose result stands for the same work: whoever waits for it waits for what is before it. */
    private static final Set<String> STAGES = Set.of(
            "exceptionally",
            "exceptionallyAsync",
            "handle",
            "handleAsync",
            "thenApply",
            "thenApplyAsync",
            "thenCompose",
            "thenComposeAsync",
            "orTimeout",
            "completeOnTimeout");

    /** What code that completes a promise does with it. */
    private static final Set<String> COMPLETES = Set.of(
            "complete",
            "completeExceptionally",
            "isDone",
            "isCancelled",
            "isCompletedExceptionally",
            "set",
            "setException",
            "trySuccess",
            "tryFailure",
            "setSuccess",
            "setFailure");

    /**
     * Where a handle comes from.
     *
     * @param start the call in the function that started the work
     * @param maker the function of the same file that the call runs, or null if it gives a task to an executor itself
     * @param isTask whether the work is a task of an executor; else some callback completes a promise that the maker has made
     */
    record Origin(Op.Call start, @Nullable Function maker, boolean isTask) {}

    private final Function function;
    private final Definitions definitions;
    private final ProgramFacts facts;
    private final int depth;

    HandleOrigins(Function function, Definitions definitions, ProgramFacts facts) {
        this(function, definitions, facts, 0);
    }

    private HandleOrigins(Function function, Definitions definitions, ProgramFacts facts, int depth) {
        this.function = function;
        this.definitions = definitions;
        this.facts = facts;
        this.depth = depth;
    }

    /** Whether a call on a handle gives another one for the same work. */
    static boolean isStage(ProgramFacts facts, Op.Call call) {
        return call.receiver() != null
                && STAGES.contains(call.callee().name())
                && facts.hierarchy()
                        .isSubtype(call.callee().receiverType(), COMPLETION_STAGE)
                        .isYes();
    }

    /** The only call that can have started what the handle stands for, or null. */
    @Nullable
    Origin of(Operand handle) {
        return of(handle, new ArrayList<>());
    }

    private @Nullable Origin of(Operand handle, List<Op.Call> stages) {
        Origin found = null;
        for (Object source : definitions.sources(handle)) {
            if (source instanceof Operand.Constant constant && constant.value() == null) {
                continue;
            }
            if (!(source instanceof Op.Call call)) {
                return null;
            }
            if (stages.contains(call)) {
                continue;
            }
            Origin origin = of(call, stages);
            if (origin == null || (found != null && !found.equals(origin))) {
                return null;
            }
            found = origin;
        }
        return found;
    }

    private @Nullable Origin of(Op.Call call, List<Op.Call> stages) {
        if (isStage(facts, call) && call.receiver() != null) {
            stages.add(call);
            return of(call.receiver(), stages);
        }
        return startsTask(facts, call) ? new Origin(call, null, true) : ofMaker(call);
    }

    /** Whether a call gives a task to an executor and returns its handle. */
    static boolean startsTask(ProgramFacts facts, Op.Call call) {
        SpawnEffect spawns = facts.model(call).spawns();
        return spawns != null
                && call.callee().confidence() != Confidence.UNRESOLVED
                && !call.callee().isConstructor()
                && spawns.handle() != null
                && spawns.handle().equals(Place.RESULT)
                && (spawns.where() == SpawnEffect.Where.TASK || spawns.where() == SpawnEffect.Where.SCHEDULE);
    }

    // ---- functions that start work and return its handle ----

    private @Nullable Origin ofMaker(Op.Call call) {
        List<Function> targets = depth < MAX_DEPTH ? facts.targets(call) : List.of();
        if (targets.size() != 1
                || !targets.get(0).hasBody()
                || !targets.get(0).file().equals(function.file())
                || facts.isOverridden(targets.get(0))) {
            return null;
        }
        Function maker = targets.get(0);
        HandleOrigins inside = new HandleOrigins(maker, new Definitions(maker), facts, depth + 1);
        Boolean isTask = null;
        for (Block block : maker.blocks()) {
            if (block.terminator() instanceof Terminator.Return end) {
                Boolean one = end.value() == null ? null : inside.isFreshTask(end.value(), new ArrayList<>());
                if (one == null || (isTask != null && !isTask.equals(one))) {
                    return null;
                }
                isTask = one;
            }
        }
        return isTask == null ? null : new Origin(call, maker, isTask);
    }

    /** Whether what is returned is the handle of a task, or a promise; null if it is neither, or others have it. */
    private @Nullable Boolean isFreshTask(Operand value, List<Op.Call> stages) {
        Boolean found = null;
        for (Object source : definitions.sources(value)) {
            if (source instanceof Op.Call stage && stages.contains(stage)) {
                continue;
            }
            Boolean one = source instanceof Op.Call call ? isFreshTask(call, stages) : null;
            if (one == null || (found != null && !found.equals(one))) {
                return null;
            }
            found = one;
        }
        return found;
    }

    private @Nullable Boolean isFreshTask(Op.Call call, List<Op.Call> stages) {
        if (isStage(facts, call) && call.receiver() != null) {
            stages.add(call);
            return isFreshTask(call.receiver(), stages);
        }
        Variable result = call.result();
        if (result == null) {
            return null;
        } else if (startsTask(facts, call)) {
            boolean isKept = HandleUses.ofReturned(function, result, facts).escapes();
            return isKept ? null : true;
        }
        boolean isPromise = call.callee().isConstructor()
                && call.arguments().isEmpty()
                && facts.hierarchy()
                        .isSubtype(call.callee().receiverType(), FUTURE)
                        .isYes()
                && isCompletedByCallback(result);
        return isPromise ? false : null;
    }

    /** Whether only code that stands in this function gets hold of a promise, and some of it completes it later. */
    private boolean isCompletedByCallback(Variable promise) {
        HandleUses uses = HandleUses.ofPromise(function, promise, facts);
        if (uses.escapes()) {
            return false;
        }
        boolean completes = false;
        for (Function inner : facts.nested(function)) {
            for (Variable variable : inner.variables()) {
                if (variable.kind() == Variable.Kind.CAPTURED
                        && uses.aliases().stream().anyMatch(a -> a.name().equals(variable.name()))) {
                    if (!onlyCompletes(inner, variable)) {
                        return false;
                    }
                    completes = true;
                }
            }
        }
        return completes;
    }

    private static boolean onlyCompletes(Function inner, Variable promise) {
        return inner.blocks().stream().flatMap(block -> block.ops().stream()).noneMatch(op -> passesOn(op, promise));
    }

    private static boolean passesOn(Op op, Variable promise) {
        if (op instanceof Op.Call call) {
            boolean isReceiver =
                    call.receiver() != null && promise.equals(call.receiver().variableOrNull());
            return (isReceiver && !COMPLETES.contains(call.callee().name()))
                    || call.arguments().stream().anyMatch(argument -> promise.equals(argument.variableOrNull()));
        } else if (op instanceof Op.FieldWrite write) {
            return promise.equals(write.value().variableOrNull());
        }
        return op instanceof Op.Assign assign && promise.equals(assign.value().variableOrNull());
    }
}
