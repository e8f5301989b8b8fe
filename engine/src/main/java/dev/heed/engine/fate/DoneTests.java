package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which futures are asked for their result only after {@code isDone()} has said yes on every path: {@code get} then does not
 * wait, and {@link java.util.concurrent.Future} says that {@code isDone} stays true.
 */
final class DoneTests {
    private static final Set<String> AWAITS = Set.of("get", "join", "resultNow");

    private final Function function;
    private final Definitions definitions;

    DoneTests(Function function, Definitions definitions) {
        this.function = function;
        this.definitions = definitions;
    }

    /** Whether a call asks a future that has been found to be done. */
    boolean isAskedAfter(Op.Call await) {
        Object future = AWAITS.contains(await.callee().name()) ? named(await.receiver()) : null;
        if (future == null) {
            return false;
        }
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Branch branch
                    && branch.test() instanceof Test.IsTrue test
                    && definitions.single(test.operand()) instanceof Op.Call asked
                    && asked.callee().name().equals("isDone")
                    && future.equals(named(asked.receiver()))
                    && !isReachableWithout(block, branch.ifTrue(), await)) {
                return true;
            }
        }
        return false;
    }

    /** Whether control may come to a call without going from one block straight to another. */
    private boolean isReachableWithout(Block from, Block to, Op.Call call) {
        Set<Block> seen = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>();
        work.add(function.entry());
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (!seen.add(block)) {
                continue;
            }
            if (block.ops().contains(call)) {
                return true;
            }
            for (Block next : Loops.flow(block)) {
                if (block != from || next != to) {
                    work.add(next);
                }
            }
        }
        return false;
    }

    /** What names a receiver: a variable assigned once, or a field; else null. */
    private @Nullable Object named(@Nullable Operand receiver) {
        Variable variable = receiver == null ? null : receiver.variableOrNull();
        if (receiver == null || variable == null) {
            return null;
        }
        if (definitions.single(receiver) instanceof Op.FieldRead read) {
            return read.field().toString();
        }
        return definitions.of(variable).size() <= 1 ? variable : null;
    }
}
