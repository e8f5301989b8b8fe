package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the handle of a task goes in the function that started it. */
final class HandleUses {
    private static final int MAX_DEPTH = 3;
    private static final Set<String> ASKS = Set.of(
            "get",
            "cancel",
            "isDone",
            "isCancelled",
            "resultNow",
            "exceptionNow",
            "state",
            "getDelay",
            "hashCode",
            "toString",
            "equals");

    private final ProgramFacts facts;
    private final int depth;
    private final Set<Variable> aliases = new HashSet<>();
    private final boolean isReturnedRightly;
    private final boolean isCapturedRightly;
    private final boolean escapes;

    HandleUses(FunctionContext context, Op.Call spawn, Operand handle) {
        facts = context.facts;
        depth = 0;
        isReturnedRightly = false;
        isCapturedRightly = false;
        if (spawn.result() != null) {
            aliases.add(spawn.result());
        }
        if (handle.variableOrNull() != null) {
            aliases.add(handle.variableOrNull());
        }
        closeOver(context.function);
        escapes = escapes(context.function);
    }

    /** Where a handle goes in a function that may give it to its caller and, as a promise, to the code that completes it. */
    private HandleUses(Function function, Variable handle, ProgramFacts facts, boolean isCapturedRightly) {
        this.facts = facts;
        depth = 0;
        isReturnedRightly = true;
        this.isCapturedRightly = isCapturedRightly;
        aliases.add(handle);
        closeOver(function);
        escapes = escapes(function);
    }

    /** Where the handle of a task goes in a function that may return it. */
    static HandleUses ofReturned(Function function, Variable handle, ProgramFacts facts) {
        return new HandleUses(function, handle, facts, false);
    }

    /** Where a promise goes in a function that may return it, and let code that stands in it complete it. */
    static HandleUses ofPromise(Function function, Variable promise, ProgramFacts facts) {
        return new HandleUses(function, promise, facts, true);
    }

    private HandleUses(Function function, Variable parameter, ProgramFacts facts, int depth) {
        this.facts = facts;
        this.depth = depth;
        isReturnedRightly = false;
        isCapturedRightly = false;
        aliases.add(parameter);
        closeOver(function);
        escapes = depth > MAX_DEPTH || escapes(function);
    }

    /** Whether a value is the handle, or may be. */
    boolean isHandle(@Nullable Operand operand) {
        return operand != null && operand.variableOrNull() != null && aliases.contains(operand.variableOrNull());
    }

    /** The variables that may hold the handle. */
    Set<Variable> aliases() {
        return aliases;
    }

    /** Whether somebody else may know of the task. */
    boolean escapes() {
        return escapes;
    }

    /** Adds copies of the handle. */
    private void closeOver(Function function) {
        int before;
        do {
            before = aliases.size();
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Assign assign && isHandle(assign.value())) {
                        aliases.add(assign.target());
                    } else if (op instanceof Op.Compute compute
                            && compute.operator().equals("cast")
                            && isHandle(compute.operands().get(0))) {
                        aliases.add(compute.target());
                    } else if (op instanceof Op.Call call
                            && call.result() != null
                            && isHandle(call.receiver())
                            && HandleOrigins.isStage(facts, call)) {
                        aliases.add(call.result());
                    }
                }
            }
        } while (aliases.size() > before);
    }

    private boolean escapes(Function function) {
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (escapesBy(op)) {
                    return true;
                }
            }
            if (!isReturnedRightly
                    && block.terminator() instanceof Terminator.Return end
                    && (isHandle(end.value()) || captures(end.value()))) {
                return true;
            }
        }
        return false;
    }

    private boolean escapesBy(Op op) {
        if (op instanceof Op.FieldWrite write) {
            return isHandle(write.value()) || captures(write.value());
        } else if (op instanceof Op.ArrayWrite write) {
            return isHandle(write.value()) || captures(write.value());
        } else if (op instanceof Op.Assign assign) {
            return captures(assign.value());
        } else if (op instanceof Op.Compute compute) {
            return compute.operator().equals("array")
                    && compute.operands().stream().anyMatch(operand -> isHandle(operand) || captures(operand));
        } else if (op instanceof Op.Call call) {
            return escapesBy(call);
        }
        return false;
    }

    private boolean escapesBy(Op.Call call) {
        if ((!isCapturedRightly && call.captured().stream().anyMatch(this::isHandle))
                || call.arguments().stream().anyMatch(this::captures)
                || captures(call.receiver())) {
            return true;
        }
        boolean isStage = call.result() != null && HandleOrigins.isStage(facts, call);
        if (isHandle(call.receiver())
                && !isStage
                && !ASKS.contains(call.callee().name())) {
            return true;
        }
        if (call.arguments().stream().noneMatch(this::isHandle)
                || facts.model(call).log() != null) {
            return false;
        }
        List<Function> targets = facts.targets(call);
        return targets.isEmpty()
                || targets.stream().anyMatch(target -> !target.hasBody() || storesArgument(call, target));
    }

    private boolean captures(@Nullable Operand operand) {
        return !isCapturedRightly
                && operand instanceof Operand.FunctionRef ref
                && ref.captured().stream().anyMatch(this::isHandle);
    }

    /** Whether a helper keeps the handle, beyond asking it or cancelling it. */
    private boolean storesArgument(Op.Call call, Function target) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (isHandle(call.arguments().get(i))) {
                if (i >= target.parameters().size() || call.callee().isConstructor()) {
                    return true;
                }
                if (new HandleUses(target, target.parameters().get(i), facts, depth + 1).escapes) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a function of the project may cancel what a parameter stands for. */
    static boolean cancels(Function function, Variable parameter, FunctionContext from, int depth) {
        ResourceKeys keys = new ResourceKeys(from.facts, new Definitions(function));
        ResourceKey key = new ResourceKey(parameter, List.of());
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (!(op instanceof Op.Call call)) {
                    continue;
                }
                MethodModel model = from.facts.model(call);
                if (model.cancel() != null && key.equals(keys.of(call.receiver()))) {
                    return true;
                }
                for (Function target : from.facts.targets(call)) {
                    for (int i = 0;
                            i < call.arguments().size()
                                    && i < target.parameters().size();
                            i++) {
                        if (key.equals(keys.of(call.arguments().get(i)))
                                && (depth >= MAX_DEPTH
                                        || cancels(target, target.parameters().get(i), from, depth + 1))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
