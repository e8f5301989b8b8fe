package dev.heed.engine.model;

import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import org.jspecify.annotations.Nullable;

/**
 * A value at a call that a model speaks of.
 *
 * @param kind which one
 * @param index of an argument, from 0; 0 for the other kinds
 */
public record Place(Kind kind, int index) {
    public static final Place RECEIVER = new Place(Kind.RECEIVER, 0);
    public static final Place RESULT = new Place(Kind.RESULT, 0);

    /** Which value. */
    public enum Kind {
        RECEIVER,
        RESULT,
        ARGUMENT
    }

    public static Place argument(int index) {
        return new Place(Kind.ARGUMENT, index);
    }

    /** The value at a call that receives or passes it; null where the call has none, and for a result. */
    public @Nullable Operand of(Op.Call call) {
        return switch (kind) {
            case RECEIVER -> call.receiver();
            case ARGUMENT -> index < call.arguments().size() ? call.arguments().get(index) : null;
            case RESULT -> null;
        };
    }

    /** As written in model files: {@code receiver}, {@code result}, {@code arg0}. */
    @Override
    public String toString() {
        return kind == Kind.ARGUMENT ? "arg" + index : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
