package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.Blocks;
import dev.heed.engine.model.MethodModel.StatusEffect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the code of a task does with a resource that it shares with the function that cancels it. */
final class TaskUses {
    private static final int MAX_FUNCTIONS = 24;

    /** Waits of the resource itself, by name: to close it may be what ends them. */
    private static final Pattern WAITS_ON =
            Pattern.compile("(read|accept|receive|take|poll|select|await|wait|next|listen|join)([A-Z].*)?");

    private final ProgramFacts facts;
    private final CallSemantics calls;
    private final Function body;
    private final Set<Function> functions;

    /** @param calls of any function: for its summaries */
    TaskUses(ProgramFacts facts, CallSemantics calls, Function body) {
        this.facts = facts;
        this.calls = calls;
        this.body = body;
        functions = ownCode(body);
    }

    /** A body, what it calls on its own object or statically, and the functions that stand in it. */
    private Set<Function> ownCode(Function start) {
        Set<Function> found = new LinkedHashSet<>();
        Deque<Function> work = new ArrayDeque<>();
        work.add(start);
        while (!work.isEmpty() && found.size() < MAX_FUNCTIONS) {
            Function function = work.poll();
            if (!function.hasBody() || !found.add(function)) {
                continue;
            }
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call
                            && (call.receiver() instanceof Operand.This
                                    || call.callee().isStatic())) {
                        work.addAll(facts.targets(call));
                    }
                }
            }
        }
        return found;
    }

    /** The code of the task, as far as it is its own. */
    Set<Function> functions() {
        return functions;
    }

    /** Whether the task reacts to being cancelled: it waits interruptibly, or asks for the status. */
    boolean heedsInterrupts() {
        return calls.summary(body).waits()
                || functions.stream()
                        .flatMap(function -> function.blocks().stream())
                        .flatMap(block -> block.ops().stream())
                        .anyMatch(op -> op instanceof Op.Call call && polls(call));
    }

    private boolean polls(Op.Call call) {
        StatusEffect effect = facts.model(call).status();
        return effect == StatusEffect.POLLS || effect == StatusEffect.POLLS_AND_CLEARS;
    }

    /** A call of the task that works with the resource; null if there is none, or one that may wait on the resource itself. */
    record Use(Function in, Op.Call call) {}

    /** The uses of a field of this object, or of a static one. */
    @Nullable
    Use ofField(String field) {
        Use found = null;
        for (Function function : functions) {
            Definitions definitions = new Definitions(function);
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call
                            && call.receiver() != null
                            && isField(definitions, call.receiver(), field)) {
                        if (mayWaitOn(call)) {
                            return null;
                        }
                        found = found == null ? use(function, call) : found;
                    }
                }
            }
        }
        return found;
    }

    private static boolean isField(Definitions definitions, Operand operand, String field) {
        return definitions.single(operand) instanceof Op.FieldRead read
                && (read.object() == null || read.object() instanceof Operand.This)
                && read.field().toString().equals(field);
    }

    /** The uses of a local of the function around the task, which the task captures. */
    @Nullable
    Use ofCaptured(Variable local) {
        Use found = null;
        for (Variable variable : body.variables()) {
            if (variable.kind() != Variable.Kind.CAPTURED || !variable.name().equals(local.name())) {
                continue;
            }
            for (Block block : body.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call
                            && call.receiver() != null
                            && variable.equals(call.receiver().variableOrNull())) {
                        if (mayWaitOn(call)) {
                            return null;
                        }
                        found = found == null ? use(body, call) : found;
                    }
                }
            }
        }
        return found;
    }

    private @Nullable Use use(Function in, Op.Call call) {
        String name = call.callee().name().toLowerCase(Locale.ROOT);
        boolean asks =
                name.startsWith("is") || name.equals("tostring") || name.equals("hashcode") || name.equals("close");
        return asks ? null : new Use(in, call);
    }

    private boolean mayWaitOn(Op.Call call) {
        MethodModel model = facts.model(call);
        return model.blocks() == Blocks.YES
                || WAITS_ON.matcher(call.callee().name()).matches()
                || facts.targets(call).stream()
                        .anyMatch(target ->
                                target.hasBody() && calls.summary(target).waits());
    }
}
