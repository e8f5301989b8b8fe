package dev.heed.frontend.java.lower;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.lower.Finalizer.JumpTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways out of nested statements: which statements a jump leaves, and what must be done on the way. */
final class Exits {
    static final List<String> EVERYTHING = List.of("java.lang.Throwable");

    private final GraphBuilder graph;
    private final List<Finalizer> finalizers = new ArrayList<>();
    private final Deque<Breakable> breakables = new ArrayDeque<>();
    private final JumpTarget returnTarget;
    private final String returnType;

    Exits(GraphBuilder graph, String returnType) {
        this.graph = graph;
        this.returnType = returnType;
        this.returnTarget = new JumpTarget(graph.label(), 0, null);
    }

    /**
     * A statement or expression that can be jumped out of.
     *
     * @param labels names written in front of it
     * @param breakTarget null for a switch expression
     * @param continueTarget null unless it is a loop
     * @param yieldTarget null unless it is a switch expression
     * @param isPlain whether a break without a label leaves it
     */
    record Breakable(
            List<String> labels,
            @Nullable JumpTarget breakTarget,
            @Nullable JumpTarget continueTarget,
            @Nullable JumpTarget yieldTarget,
            boolean isPlain) {}

    JumpTarget target(Label label) {
        return new JumpTarget(label, finalizers.size(), null);
    }

    JumpTarget target(Label label, Variable result) {
        return new JumpTarget(label, finalizers.size(), result);
    }

    void push(Breakable breakable) {
        breakables.push(breakable);
    }

    void pop() {
        breakables.pop();
    }

    void doReturn(Span span, @Nullable Operand value) {
        leave(returnTarget, Terminator.Jump.FALL_THROUGH, span, value);
    }

    /** Where the text breaks out of nothing (it does not compile), control is lost. */
    void doBreak(Span span, @Nullable String label) {
        for (Breakable breakable : breakables) {
            boolean fits =
                    label == null ? breakable.isPlain() : breakable.labels().contains(label);
            if (fits && breakable.breakTarget() != null) {
                leave(breakable.breakTarget(), Terminator.Jump.BREAK, span, null);
                return;
            }
        }
        graph.terminate(new Terminator.Unreachable(span));
    }

    void doContinue(Span span, @Nullable String label) {
        for (Breakable breakable : breakables) {
            JumpTarget target = breakable.continueTarget();
            if (target != null && (label == null || breakable.labels().contains(label))) {
                leave(target, Terminator.Jump.CONTINUE, span, null);
                return;
            }
        }
        graph.terminate(new Terminator.Unreachable(span));
    }

    void doYield(Span span, Operand value) {
        for (Breakable breakable : breakables) {
            if (breakable.yieldTarget() != null) {
                leave(breakable.yieldTarget(), Terminator.Jump.BREAK, span, value);
                return;
            }
        }
        graph.terminate(new Terminator.Unreachable(span));
    }

    private void leave(JumpTarget target, Terminator.Jump jump, Span span, @Nullable Operand value) {
        if (!graph.isReachable()) {
            return;
        }
        if (finalizers.size() > target.depth()) {
            Finalizer.Copy copy = finalizers.get(finalizers.size() - 1).copyFor(target, jump, span);
            if (value != null) {
                keep(copy, value, span);
            }
            graph.jump(copy.label(), span, jump);
        } else if (target == returnTarget) {
            graph.terminate(new Terminator.Return(span, value));
        } else {
            if (value != null && target.result() != null) {
                graph.assign(span, target.result(), value);
            }
            graph.jump(target.label(), span, jump);
        }
    }

    private void keep(Finalizer.Copy copy, Operand value, Span span) {
        Variable holder = copy.value();
        if (holder == null) {
            Variable result = copy.target().result();
            holder = graph.variable(
                    result == null ? "$return" : "$yield",
                    result == null ? returnType : result.type(),
                    Variable.Kind.LOCAL);
            copy.setValue(holder);
        }
        graph.assign(span, holder, value);
    }

    Finalizer pushFinalizer() {
        Finalizer finalizer = new Finalizer(graph.handler());
        finalizers.add(finalizer);
        return finalizer;
    }

    /**
     * Lowers the copies of a finalizer: for the normal end, for exceptions, and for each jump. The current block goes on
     * behind the normal one.
     *
     * @param clause takes the exceptions
     * @param last place of the end of the finalizer
     */
    void finish(Finalizer finalizer, Handler.Clause clause, Span place, Span last, Work work) {
        if (finalizers.remove(finalizers.size() - 1) != finalizer) {
            throw new IllegalStateException("finalizers are not nested");
        }
        graph.jump(finalizer.normal(), last, Terminator.Jump.FALL_THROUGH);
        graph.place(finalizer.normal(), place);
        if (graph.isReachable()) {
            work.lower(null);
        }
        Block open = graph.suspend();
        clause.setTarget(graph.begin(finalizer.outer()));
        Variable thrown = graph.variable("$thrown", "java.lang.Throwable", Variable.Kind.CAUGHT);
        graph.add(new Op.CatchEntry(place, thrown, clause));
        work.lower(thrown);
        graph.terminate(new Terminator.Throw(last, new Operand.Local(thrown), true));
        for (Finalizer.Copy copy : finalizer.copies()) {
            graph.place(copy.label(), place);
            work.lower(null);
            Variable value = copy.value();
            leave(copy.target(), copy.jump(), copy.span(), value == null ? null : new Operand.Local(value));
        }
        graph.resume(open, finalizer.outer());
    }

    /** What a finalizer does; {@code thrown} holds the exception in the copy for exceptions, and is null in the others. */
    interface Work {
        void lower(@Nullable Variable thrown);
    }
}
