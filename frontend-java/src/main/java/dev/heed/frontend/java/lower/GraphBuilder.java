package dev.heed.frontend.java.lower;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The blocks and variables of one function while they grow. There is a current block, or none where control cannot get:
 * what is added there is dropped.
 */
final class GraphBuilder {
    /** Names that each function has anew. */
    private static final List<String> TEMPORARIES =
            IntStream.range(0, 100).mapToObj(number -> "t" + number).toList();

    /** Copies of finally blocks inside finally blocks grow exponentially; javac gives up at 64 KB of code. */
    private static final int MAX_SIZE = 200_000;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private @Nullable Block current;
    private @Nullable Handler handler;
    private int temporaries;
    private int size;

    GraphBuilder() {
        current = newBlock(null);
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Variable> variables() {
        return variables;
    }

    /** The handlers at the place that is lowered now. */
    @Nullable
    Handler handler() {
        return handler;
    }

    boolean isReachable() {
        return current != null;
    }

    Variable variable(String name, String type, Variable.Kind kind) {
        Variable variable = new Variable(variables.size(), name, type, kind);
        variables.add(variable);
        return variable;
    }

    Variable temporary(String type) {
        int number = temporaries++;
        String name = number < TEMPORARIES.size() ? TEMPORARIES.get(number) : "t" + number;
        return variable(name, type, Variable.Kind.TEMPORARY);
    }

    /** Adds an operation; a call to one that is not reached is without effect. */
    void add(Op op) {
        if (current != null) {
            grow();
            current.add(op);
        }
    }

    void assign(Span span, Variable target, Operand value) {
        add(new Op.Assign(span, target, value));
    }

    void terminate(Terminator end) {
        if (current != null) {
            current.terminate(end);
            current = null;
        }
    }

    Label label() {
        return new Label(handler);
    }

    /** Goes on at the label: in the current block if nothing jumped there yet, else in the label's own. */
    void place(Label label, Span span) {
        Block block = label.block();
        if (block == null && current != null && !isSame(current.handler(), label.handler())) {
            block = blockOf(label);
        }
        if (block != null) {
            terminate(new Terminator.Goto(span, block, Terminator.Jump.FALL_THROUGH));
            current = block;
        }
        handler = label.handler();
    }

    /** A new block that is reached from here and will be jumped to as the head of a loop. */
    Label placeHead(Span loop) {
        Label head = label();
        if (current != null) {
            if (current.ops().isEmpty() && isSame(current.handler(), handler) && !current.isLoopHead()) {
                head.setBlock(current);
            } else {
                place(head, blockOf(head), loop);
            }
            current.markLoopHead(loop);
        }
        return head;
    }

    private void place(Label label, Block block, Span span) {
        terminate(new Terminator.Goto(span.before(), block, Terminator.Jump.FALL_THROUGH));
        current = block;
        handler = label.handler();
    }

    void jump(Label label, Span span, Terminator.Jump jump) {
        if (current != null) {
            terminate(new Terminator.Goto(span, blockOf(label), jump));
        }
    }

    void branch(Span span, Test test, Label ifTrue, Label ifFalse) {
        if (current != null) {
            terminate(new Terminator.Branch(span, test, blockOf(ifTrue), blockOf(ifFalse)));
        }
    }

    /** The block of a label; only to be asked for a jump from where control gets. */
    Block blockOf(Label label) {
        Block block = label.block();
        if (block == null) {
            block = newBlock(label.handler());
            label.setBlock(block);
        }
        return block;
    }

    /** From here on other handlers apply: goes on in a block of its own. */
    void enter(@Nullable Handler next, Span span) {
        handler = next;
        if (current != null) {
            Block block = newBlock(next);
            terminate(new Terminator.Goto(span.before(), block, Terminator.Jump.FALL_THROUGH));
            current = block;
        }
    }

    /** Begins a block that is reached by an exception edge. */
    Block begin(@Nullable Handler around) {
        if (current != null) {
            throw new IllegalStateException("the current block is open");
        }
        Block block = newBlock(around);
        current = block;
        handler = around;
        return block;
    }

    /** Leaves the current block open, to go on with it later by {@link #resume}. */
    @Nullable
    Block suspend() {
        Block open = current;
        current = null;
        return open;
    }

    void resume(@Nullable Block open, @Nullable Handler around) {
        current = open;
        handler = around;
    }

    /** Handlers are equal by what they say; two try statements that say the same are not the same. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(@Nullable Handler one, @Nullable Handler other) {
        return one == other;
    }

    private Block newBlock(@Nullable Handler around) {
        grow();
        Block block = new Block(blocks.size(), around);
        blocks.add(block);
        return block;
    }

    private void grow() {
        WorkerThread.check();
        if (++size > MAX_SIZE) {
            throw new FunctionTooLargeException();
        }
    }
}
