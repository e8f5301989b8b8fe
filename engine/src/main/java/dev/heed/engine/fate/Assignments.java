package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import org.jspecify.annotations.Nullable;

/** The effect of operations other than calls on what is known on a path. */
final class Assignments {
    private Assignments() {}

    static State apply(Op op, State state, FunctionContext context) {
        if (op instanceof Op.Assign assign) {
            return assign(assign.target(), assign.value(), state);
        } else if (op instanceof Op.Compute compute) {
            return compute(compute, state, context);
        } else if (op instanceof Op.FieldRead read) {
            Object known =
                    isOwn(read.object()) ? state.constants().get(read.field().toString()) : null;
            return state.hold(read.target(), null).constant(read.target(), known);
        } else if (op instanceof Op.FieldWrite write) {
            return fieldWrite(write, state);
        } else if (op instanceof Op.ArrayWrite write) {
            return state.carries(write.value()) ? state.with(State.TRANSFERRED) : state;
        }
        return state;
    }

    private static boolean isOwn(@Nullable Operand object) {
        return object == null || object instanceof Operand.This;
    }

    private static State fieldWrite(Op.FieldWrite write, State state) {
        State next = state.carries(write.value()) ? state.with(State.TRANSFERRED) : state;
        if (isOwn(write.object())) {
            next = next.constant(write.field().toString(), Conditions.value(write.value(), state));
        }
        return next;
    }

    private static State assign(Variable target, Operand value, State state) {
        State next =
                state.hold(target, state.held(value.variableOrNull())).constant(target, Conditions.value(value, state));
        Variable source = value.variableOrNull();
        return source != null && source.isTemporary() ? next.constant(source, null) : next;
    }

    private static State compute(Op.Compute compute, State state, FunctionContext context) {
        Variable target = compute.target();
        return switch (compute.operator()) {
            case "cast" -> {
                Operand operand = compute.operands().get(0);
                Held held = state.held(operand.variableOrNull());
                if (held != null && !mayBe(held.type(), target.type(), context)) {
                    held = null; // the cast fails
                }
                boolean tells = held != null
                        && held.kind() == Held.Kind.BUILT
                        && !target.type().equals("?")
                        && !context.facts
                                .hierarchy()
                                .isSubtype(held.type(), target.type())
                                .isYes();
                yield state.hold(target, tells ? new Held(target.type(), Held.Kind.BUILT) : held)
                        .constant(target, Conditions.value(operand, state));
            }
            case "!" -> {
                Object value = Conditions.value(compute.operands().get(0), state);
                yield state.constant(target, value instanceof Boolean b ? (Object) !b : null);
            }
            case "|", "|=", "||" -> state.constant(target, or(compute, state));
            case "instanceof" -> {
                Held held = state.held(compute.operands().get(0).variableOrNull());
                Object known = null;
                if (held != null && compute.operands().size() > 1) {
                    known = switch (context.facts
                            .hierarchy()
                            .isSubtype(held.type(), compute.operands().get(1).toString())) {
                        case YES -> true;
                        case NO, UNKNOWN -> null;
                    };
                }
                yield state.constant(target, known);
            }
            case "array" -> {
                boolean holds = compute.operands().stream().anyMatch(state::carries);
                yield state.hold(target, holds ? new Held(target.type(), Held.Kind.BUILT) : null);
            }
            default -> state.hold(target, null).constant(target, null);
        };
    }

    /** Whether an object of one type may be one of another: else a cast fails. */
    private static boolean mayBe(String type, String other, FunctionContext context) {
        return !context.facts.hierarchy().isSubtype(type, other).isNo()
                || !context.facts.hierarchy().isSubtype(other, type).isNo();
    }

    private static @Nullable Object or(Op.Compute compute, State state) {
        boolean allFalse = true;
        for (Operand operand : compute.operands()) {
            Object value = Conditions.value(operand, state);
            if (Boolean.TRUE.equals(value)) {
                return true;
            }
            allFalse &= Boolean.FALSE.equals(value);
        }
        return allFalse ? (Object) false : null;
    }
}
