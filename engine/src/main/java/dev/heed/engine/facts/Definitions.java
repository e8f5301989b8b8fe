package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations that assign each variable of a function. */
public final class Definitions {
    private static final int MAX_DEPTH = 8;

    private final List<List<Op>> byVariable;

    public Definitions(Function function) {
        List<List<Op>> lists = new ArrayList<>(function.variables().size());
        for (int i = 0; i < function.variables().size(); i++) {
            lists.add(List.of());
        }
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                Variable target = target(op);
                if (target != null) {
                    List<Op> ops = lists.get(target.id());
                    if (ops.isEmpty()) {
                        ops = new ArrayList<>(1);
                        lists.set(target.id(), ops);
                    }
                    ops.add(op);
                }
            }
        }
        byVariable = lists;
    }

    /** The variable that an operation assigns, or null. */
    public static @Nullable Variable target(Op op) {
        if (op instanceof Op.Call call) {
            return call.result();
        } else if (op instanceof Op.Assign assign) {
            return assign.target();
        } else if (op instanceof Op.Compute compute) {
            return compute.target();
        } else if (op instanceof Op.FieldRead read) {
            return read.target();
        } else if (op instanceof Op.CatchEntry entry) {
            return entry.variable();
        }
        return null;
    }

    /** All operations that assign {@code variable}, in the order of the blocks. Empty for parameters never assigned. */
    public List<Op> of(Variable variable) {
        return byVariable.get(variable.id());
    }

    /** The only operation that assigns the operand's variable, seen through plain copies and casts; else null. */
    public @Nullable Op single(Operand operand) {
        Operand current = operand;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            Variable variable = current.variableOrNull();
            if (variable == null || variable.kind() == Variable.Kind.PARAMETER) {
                return null;
            }
            List<Op> ops = of(variable);
            if (ops.size() != 1) {
                return null;
            }
            Op op = ops.get(0);
            if (op instanceof Op.Assign assign && assign.value() instanceof Operand.Local) {
                current = assign.value();
            } else if (op instanceof Op.Compute compute
                    && compute.operator().equals("cast")
                    && compute.operands().get(0) instanceof Operand.Local) {
                current = compute.operands().get(0);
            } else {
                return op;
            }
        }
        return null;
    }

    /**
     * The {@code new} that makes the only value of an operand, seen through copies, casts, and calls that return the
     * exception on which they are called; else null.
     */
    public Op.@Nullable Call made(Operand operand) {
        Operand current = operand;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (!(single(current) instanceof Op.Call call)) {
                return null;
            }
            if (call.callee().isConstructor()) {
                return call;
            }
            boolean returnsReceiver = call.callee().name().equals("initCause")
                    || call.callee().name().equals("fillInStackTrace");
            if (!returnsReceiver || call.receiver() == null) {
                return null;
            }
            current = call.receiver();
        }
        return null;
    }

    /**
     * All values that an operand may have, seen through copies, casts, and conditional assignments: operations that make a
     * value, and operands that are no local variable, or a parameter, or too far away to be followed.
     */
    public List<Object> sources(Operand operand) {
        List<Object> found = new ArrayList<>();
        collect(operand, found, new ArrayList<>());
        return found;
    }

    private void collect(Operand operand, List<Object> found, List<Variable> seen) {
        Variable variable = operand.variableOrNull();
        if (variable == null) {
            found.add(operand);
            return;
        }
        if (seen.contains(variable)) {
            return;
        }
        if (seen.size() > MAX_DEPTH) {
            found.add(operand);
            return;
        }
        seen.add(variable);
        if (variable.kind() == Variable.Kind.PARAMETER || of(variable).isEmpty()) {
            found.add(operand);
        }
        for (Op op : of(variable)) {
            if (op instanceof Op.Assign assign) {
                collect(assign.value(), found, seen);
            } else if (op instanceof Op.Compute compute && compute.operator().equals("cast")) {
                collect(compute.operands().get(0), found, seen);
            } else {
                found.add(op);
            }
        }
    }
}
