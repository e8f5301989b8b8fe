package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.types.Truth;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides tests by what is known on a path. */
final class Conditions {
    private final FunctionContext context;
    private @Nullable Set<Variable> testedTwice;

    Conditions(FunctionContext context) {
        this.context = context;
    }

    Truth decide(Test test, State state) {
        if (test instanceof Test.IsTrue isTrue) {
            Truth known = asTruth(value(isTrue.operand(), state));
            return known == Truth.UNKNOWN
                    ? asTruth(context.facts.fieldValues().outcome(test, context.definitions))
                    : known;
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
        if (held.isSignal() && isNoSignal(test.type())) {
            return is == Truth.YES
                    ? is
                    : Truth.NO; // An InterruptedIOException that is an interrupt is no SocketTimeoutException.
        }
        if (is == Truth.NO
                && !context.facts
                        .hierarchy()
                        .isSubtype(test.type(), held.type())
                        .isNo()) {
            return Truth.UNKNOWN;
        }
        return is;
    }

    /** Whether a model says of a type that it is no signal, though it inherits from one. */
    private boolean isNoSignal(String type) {
        TypeModel model = context.facts.models().type(type, context.facts.hierarchy());
        return model != null
                && model.signal() == null
                && context.facts.hierarchy().supertypes(type).stream().anyMatch(this::isSignal);
    }

    private boolean isSignal(String type) {
        TypeModel model = context.facts.models().type(type, context.facts.hierarchy());
        return model != null && model.signal() != null;
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
        boolean comparable =
                (a instanceof Boolean && b instanceof Boolean) || (a instanceof Number && b instanceof Number);
        if (comparable && a != null) {
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
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
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
            Object done = context.definitions.single(local) instanceof Op.Call call
                            && call.callee().name().equals("isDone")
                    ? receiver(call)
                    : null;
            if (done != null) {
                return state.constant(new Done(done), outcome);
            }
            if (variable.isTemporary()) {
                State read = state.constant(variable, null);
                String field = ownField(local);
                return field == null ? read : read.constant(field, outcome);
            }
            return isFlag(variable) ? state.constant(variable, outcome) : state;
        }
        if (test instanceof Test.Compare compare) {
            return assumeEqual(compare, outcome, state);
        }
        return state;
    }

    /**
     * The name of a field of this object, outside of loops, that a value was read from; else null. In a loop the field is
     * there to change while the loop runs, as it is where others are stopped by it.
     */
    private @Nullable String ownField(Operand.Local value) {
        return context.definitions.single(value) instanceof Op.FieldRead read
                        && read.object() instanceof Operand.This
                        && context.hasNoLoops()
                        && !context.facts.stopFlags().isStopFlag(read.field())
                ? read.field().toString()
                : null;
    }

    /** Whether a test asks if a time limit was what ended the wait, by the name of what it reads or calls. */
    boolean asksForTimeout(Test test) {
        if (!(test instanceof Test.IsTrue isTrue)) {
            return false;
        }
        Op source = context.definitions.single(isTrue.operand());
        String name = source instanceof Op.Call call
                ? call.callee().name()
                : source instanceof Op.FieldRead read ? read.field().name() : "";
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("timedout") || lower.contains("timeout");
    }

    /** Key of {@link State#constants}: whether the future in a variable or field is done. */
    private record Done(Object future) {}

    /** Whether the future that a call waits for was found to be done on this path. */
    boolean isDone(Op.Call call, State state) {
        Object future = receiver(call);
        return future != null && Boolean.TRUE.equals(state.constants().get(new Done(future)));
    }

    /** What names the receiver: a variable, or a field; null for anything else. */
    private @Nullable Object receiver(Op.Call call) {
        Operand receiver = call.receiver();
        Variable variable = receiver == null ? null : receiver.variableOrNull();
        if (variable == null || !variable.isTemporary()) {
            return variable;
        }
        return receiver != null && context.definitions.single(receiver) instanceof Op.FieldRead read
                ? read.field().toString()
                : null;
    }

    /** A number that a variable has been found to equal; kept only if another test asks for it. */
    private State assumeEqual(Test.Compare test, boolean outcome, State state) {
        boolean equal = test.operator().equals("==") ? outcome : test.operator().equals("!=") && !outcome;
        if (equal
                && test.left() instanceof Operand.Local local
                && test.right() instanceof Operand.Constant
                && !local.variable().isTemporary()
                && value(test.right(), state) instanceof Long number
                && testedTwice().contains(local.variable())) {
            return state.constant(local.variable(), number);
        }
        return state;
    }

    /** Variables compared with constants in more than one test. */
    private Set<Variable> testedTwice() {
        if (testedTwice == null) {
            Set<Variable> once = new HashSet<>();
            Set<Variable> twice = new HashSet<>();
            for (Block block : context.function.blocks()) {
                if (block.terminator() instanceof Terminator.Branch branch
                        && branch.test() instanceof Test.Compare compare
                        && compare.left() instanceof Operand.Local local
                        && compare.right() instanceof Operand.Constant
                        && !once.add(local.variable())) {
                    twice.add(local.variable());
                }
            }
            testedTwice = twice;
        }
        return testedTwice;
    }

    /** Whether a variable is somewhere assigned a constant: only such flags tie tests of a path together. */
    private boolean isFlag(Variable variable) {
        return context.definitions.of(variable).stream()
                .anyMatch(op -> op instanceof Op.Assign assign && assign.value() instanceof Operand.Constant);
    }
}
