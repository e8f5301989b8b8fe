package dev.heed.engine.ir;

import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A straight run of operations, all under the same handlers. Built once by a front end, then only read. */
public final class Block {
    private final int id;
    private final @Nullable Handler handler;
    /** Grows until the block is terminated; then there is no room in it for more. */
    private List<Op> ops = new ArrayList<>(4);

    private @Nullable Terminator terminator;
    private boolean loopHead;
    private @Nullable Span loopSpan;

    /**
     * @param id position in {@link Function#blocks()}
     * @param handler the innermost handlers for what is thrown here, or null if it leaves the function
     */
    public Block(int id, @Nullable Handler handler) {
        this.id = id;
        this.handler = handler;
    }

    public int id() {
        return id;
    }

    public @Nullable Handler handler() {
        return handler;
    }

    public List<Op> ops() {
        return terminator == null ? Collections.unmodifiableList(ops) : ops;
    }

    public void add(Op op) {
        if (terminator != null) {
            throw new IllegalStateException("block " + id + " is terminated");
        }
        ops.add(op);
    }

    public Terminator terminator() {
        if (terminator == null) {
            throw new IllegalStateException("block " + id + " has no terminator");
        }
        return terminator;
    }

    public boolean isTerminated() {
        return terminator != null;
    }

    public void terminate(Terminator end) {
        if (terminator != null) {
            throw new IllegalStateException("block " + id + " is terminated");
        }
        terminator = end;
        ops = List.copyOf(ops);
    }

    /** Marks this block as the first of a loop's every turn: where the condition is evaluated, or the body begins. */
    public void markLoopHead(Span loop) {
        loopHead = true;
        loopSpan = loop;
    }

    public boolean isLoopHead() {
        return loopHead;
    }

    /** The loop statement, if this is its head. */
    public @Nullable Span loopSpan() {
        return loopSpan;
    }

    /** The blocks that the terminator leads to, in its order, without exception edges. */
    public List<Block> successors() {
        Terminator end = terminator();
        if (end instanceof Terminator.Goto go) {
            return List.of(go.target());
        } else if (end instanceof Terminator.Branch branch) {
            return List.of(branch.ifTrue(), branch.ifFalse());
        } else if (end instanceof Terminator.Switch choice) {
            List<Block> targets = new ArrayList<>();
            choice.cases().forEach(c -> targets.add(c.target()));
            targets.add(choice.otherwise());
            return targets;
        }
        return List.of();
    }

    @Override
    public String toString() {
        return "B" + id;
    }
}
