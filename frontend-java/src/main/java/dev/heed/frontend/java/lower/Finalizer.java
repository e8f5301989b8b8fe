package dev.heed.frontend.java.lower;

import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be done on every way out of a part of the text: a finally block, the release of a monitor, the
 * close of a resource. Each way out gets one copy, shared by all jumps to the same target.
 */
final class Finalizer {
    private final @Nullable Handler outer;
    private final Label normal;
    private final List<Copy> copies = new ArrayList<>(2);

    Finalizer(@Nullable Handler outer) {
        this.outer = outer;
        this.normal = new Label(outer);
    }

    /** The handlers that cover the copies. */
    @Nullable
    Handler outer() {
        return outer;
    }

    /** The copy for the way out at the end. */
    Label normal() {
        return normal;
    }

    List<Copy> copies() {
        return copies;
    }

    /** The copy for a jump, made with the first one. */
    Copy copyFor(JumpTarget target, Terminator.Jump jump, Span span) {
        for (Copy copy : copies) {
            if (copy.target == target && copy.jump == jump) {
                return copy;
            }
        }
        Copy copy = new Copy(target, jump, span, new Label(outer));
        copies.add(copy);
        return copy;
    }

    /** Where a return, break, continue, or yield leads; compared by identity. */
    static final class JumpTarget {
        private final Label label;
        private final int depth;
        private final @Nullable Variable result;

        /**
         * @param label where control goes on; not used for the return
         * @param depth how many finalizers are around the target: those beyond are passed on the way
         * @param result takes the value of a yield
         */
        JumpTarget(Label label, int depth, @Nullable Variable result) {
            this.label = label;
            this.depth = depth;
            this.result = result;
        }

        Label label() {
            return label;
        }

        int depth() {
            return depth;
        }

        @Nullable
        Variable result() {
            return result;
        }
    }

    /** One copy, lowered when the part of the text that may jump to it is done. */
    static final class Copy {
        private final JumpTarget target;
        private final Terminator.Jump jump;
        private final Span span;
        private final Label label;
        private @Nullable Variable value;

        private Copy(JumpTarget target, Terminator.Jump jump, Span span, Label label) {
            this.target = target;
            this.jump = jump;
            this.span = span;
            this.label = label;
        }

        JumpTarget target() {
            return target;
        }

        Terminator.Jump jump() {
            return jump;
        }

        /** The first statement that takes this way out. */
        Span span() {
            return span;
        }

        Label label() {
            return label;
        }

        /** Holds the value that a return or yield takes along. */
        @Nullable
        Variable value() {
            return value;
        }

        void setValue(Variable value) {
            this.value = value;
        }
    }
}
