package dev.heed.engine.ir;

import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How control leaves a {@link Block}. */
public sealed interface Terminator {

    Span span();

    /** To {@code target} in any case; {@code jump} tells what statement it stands for. */
    record Goto(Span span, Block target, Jump jump) implements Terminator {}

    /** Why a {@link Goto} is there. */
    enum Jump {
        FALL_THROUGH,
        BREAK,
        CONTINUE,
        /** The end of a loop's body. */
        LOOP_END
    }

    record Branch(Span span, Test test, Block ifTrue, Block ifFalse) implements Terminator {}

    /**
     * To the case that fits.
     *
     * @param cases in order; a case without labels is the default
     */
    record Switch(Span span, Operand selector, List<Case> cases, Block otherwise) implements Terminator {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One way on from a {@link Switch}.
     *
     * @param labels constants (names of enum constants as Strings); empty for patterns
     * @param patternType the type tested for, or null
     */
    record Case(List<Object> labels, @Nullable String patternType, Block target) {
        public Case {
            labels = List.copyOf(labels);
        }
    }

    /** The value is null where nothing is returned. */
    record Return(Span span, @Nullable Operand value) implements Terminator {}

    /**
     * Throws {@code value}.
     *
     * @param isImplicit whether nothing in the text says {@code throw}: the end of a finally, synchronized, or resource handler
     */
    record Throw(Span span, Operand value, boolean isImplicit) implements Terminator {}

    /** Control does not get here, or the front end could not follow. */
    record Unreachable(Span span) implements Terminator {}
}
