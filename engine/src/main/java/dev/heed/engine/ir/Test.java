package dev.heed.engine.ir;

import org.jspecify.annotations.Nullable;

/** What a branch asks. Short-circuit operators and negation are lowered to several branches. */
public sealed interface Test {

    /** {@code operand instanceof type}; a pattern's variable is assigned on the true branch by an {@link Op.Assign}. */
    record InstanceOf(Operand operand, String type) implements Test {}

    /** {@code operand}, a boolean. */
    record IsTrue(Operand operand) implements Test {}

    /** {@code operand == null}. */
    record IsNull(Operand operand) implements Test {}

    /** {@code left operator right} for {@code == != < <= > >=}; {@code == null} is {@link IsNull}. */
    record Compare(String operator, Operand left, Operand right) implements Test {}

    /** A test that the front end does not follow (an enhanced for's hasNext, a pattern with components). */
    record Opaque(@Nullable Operand operand) implements Test {}
}
