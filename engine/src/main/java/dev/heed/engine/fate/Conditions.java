package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.types.Truth;
import org.jspecify.annotations.Nullable;

/** Decides tests by what is known on a path. */
final class Conditions {
    private final FunctionContext context;

    Conditions(FunctionContext context) {
        this.context = context;
    }

    Truth decide(Test test, State state) {
        if (test instanceof Test.IsTrue isTrue) {
            return asTruth(value(isTrue.operand(), state));
        } else if (test instanceof Test.IsNull isNull) {
            Variable variable = isNull.operand().variableOrNull();
            if (state.held(variable) != null) {
                return Truth.NO;
            }
            Object value = value(isNull.operand(), state);
            return value == null ? Truth.UNKNOWN : Truth.of(value == State.NULL);
        } else if (test instanceof Test.InstanceOf instance) {
            return instanceOf(instance, state);
        } else if (test instanceof Test.Compare compare) {
            return compare(compare, state);
        }
        return Truth.UNKNOWN;
    }

    private Truth instanceOf(Test.InstanceOf test, State state) {
        Held held = state.held(test.operand().variableOrNull());
        if (held == null) {
            return Truth.UNKNOWN;
        }
        Truth is = context.facts.hierarchy().isSubtype(held.type(), test.type());
        if (is == Truth.NO
                && !context.facts
                        .hierarchy()
                        .isSubtype(test.type(), held.type())
                        .isNo()) {
            return Truth.UNKNOWN;
        }
        return is;
    }

    private static Truth compare(Test.Compare test, State state) {
        Held left = state.held(test.left().variableOrNull());
        Held right = state.held(test.right().variableOrNull());
        if (left != null && right != null && left.isSignal() && right.isSignal()) {
            return switch (test.operator()) {
                case "==" -> Truth.YES;
                case "!=" -> Truth.NO;
                default -> Truth.UNKNOWN;
            };
        }
        Object a = value(test.left(), state);
        Object b = value(test.right(), state);
        if (a instanceof Boolean && b instanceof Boolean) {
            return switch (test.operator()) {
                case "==" -> Truth.of(a.equals(b));
                case "!=" -> Truth.of(!a.equals(b));
                default -> Truth.UNKNOWN;
            };
        }
        return Truth.UNKNOWN;
    }

    private static Truth asTruth(@Nullable Object value) {
        return value instanceof Boolean known ? Truth.of(known) : Truth.UNKNOWN;
    }

    /** The known boolean, {@link State#NULL}, or null if the value is not known. */
    static @Nullable Object value(Operand operand, State state) {
        if (operand instanceof Operand.Constant constant) {
            Object value = constant.value();
            return value == null ? State.NULL : value instanceof Boolean ? value : null;
        }
        Variable variable = operand.variableOrNull();
        return variable == null ? null : state.constants().get(variable);
    }

    /** What is known on the branch where the test came out as {@code outcome}. */
    State assume(Test test, boolean outcome, State state) {
        if (test instanceof Test.IsTrue isTrue && isTrue.operand() instanceof Operand.Local local) {
            // A temporary is read once: to keep it would only tell equal states apart.
            Variable variable = local.variable();
            return state.constant(variable, variable.isTemporary() || !isFlag(variable) ? null : (Object) outcome);
        }
        return state;
    }

    /** Whether a variable is somewhere assigned a constant: only such flags tie tests of a path together. */
    private boolean isFlag(Variable variable) {
        return context.definitions.of(variable).stream()
                .anyMatch(op -> op instanceof Op.Assign assign && assign.value() instanceof Operand.Constant);
    }
}
