package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what the operands of one function stand for. */
final class ResourceKeys {
    private static final int MAX_DEPTH = 6;

    private final ProgramFacts facts;
    private final Definitions definitions;

    ResourceKeys(ProgramFacts facts, Definitions definitions) {
        this.facts = facts;
        this.definitions = definitions;
    }

    /** The key of a value, or null if it has none: an element of an array, the result of a call with arguments. */
    @Nullable
    ResourceKey of(@Nullable Operand operand) {
        return of(operand, 0);
    }

    private @Nullable ResourceKey of(@Nullable Operand operand, int depth) {
        if (operand instanceof Operand.This) {
            return ResourceKey.THIS;
        }
        Variable variable = operand == null ? null : operand.variableOrNull();
        if (variable == null || depth > MAX_DEPTH) {
            return null;
        }
        List<Op> ops = definitions.of(variable);
        if (variable.kind() == Variable.Kind.PARAMETER || ops.size() != 1) {
            return new ResourceKey(variable, List.of());
        }
        Op op = ops.get(0);
        ResourceKey key = null;
        if (op instanceof Op.Assign assign) {
            key = of(assign.value(), depth + 1);
        } else if (op instanceof Op.Compute compute && compute.operator().equals("cast")) {
            key = of(compute.operands().get(0), depth + 1);
        } else if (op instanceof Op.FieldRead read) {
            key = field(read, depth);
        } else if (op instanceof Op.Call call) {
            key = accessed(call, depth);
        }
        return key == null ? new ResourceKey(variable, List.of()) : key;
    }

    private @Nullable ResourceKey field(Op.FieldRead read, int depth) {
        if (read.object() == null) {
            return ResourceKey.ofStatic(read.field());
        }
        ResourceKey base = of(read.object(), depth + 1);
        return base == null ? null : base.field(read.field());
    }

    private @Nullable ResourceKey accessed(Op.Call call, int depth) {
        if (call.kind() != Op.CallKind.METHOD || !call.arguments().isEmpty() || call.receiver() == null) {
            return null;
        }
        ResourceKey base = of(call.receiver(), depth + 1);
        if (base == null) {
            return null;
        }
        List<Function> targets = facts.targets(call);
        Op.FieldRead read = targets.size() == 1 ? returnedField(targets.get(0)) : null;
        return read == null ? base.accessor(call.callee().name()) : base.field(read.field());
    }

    /** The read of an own field, if a function does nothing but return it. */
    private static Op.@Nullable FieldRead returnedField(Function function) {
        if (!function.hasBody()) {
            return null;
        }
        Block entry = function.entry();
        boolean plain = entry.ops().size() == 1
                && entry.ops().get(0) instanceof Op.FieldRead read
                && read.object() instanceof Operand.This
                && entry.terminator() instanceof Terminator.Return end
                && end.value() != null
                && read.target().equals(end.value().variableOrNull());
        return plain ? (Op.FieldRead) entry.ops().get(0) : null;
    }
}
