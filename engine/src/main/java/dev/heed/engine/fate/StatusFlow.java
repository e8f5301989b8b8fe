package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.TypeModel;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Where in a function the thread's interrupt status is set for sure, on every path: behind {@code interrupt()} of the
 * current thread, and where a test has found it set. Handlers begin with nothing known.
 */
final class StatusFlow {
    private final CallSemantics calls;
    private final Definitions definitions;
    private final ProgramFacts facts;
    /** Of blocks at their entry. Starts from "set" and only loses, so that loops come out right. */
    private final BitSet set = new BitSet();

    StatusFlow(Function function, CallSemantics calls, Definitions definitions, ProgramFacts facts) {
        this.calls = calls;
        this.definitions = definitions;
        this.facts = facts;
        set.set(0, function.blocks().size());
        Deque<Block> work = new ArrayDeque<>();
        set.clear(function.entry().id());
        work.add(function.entry());
        for (Block block : function.blocks()) {
            if (!block.ops().isEmpty() && block.ops().get(0) instanceof Op.CatchEntry) {
                set.clear(block.id());
            }
            work.add(block);
        }
        while (!work.isEmpty()) {
            Block block = work.poll();
            boolean after = atEnd(block);
            for (Block next : block.successors()) {
                if (!after && set.get(next.id()) && !findsSet(block, next)) {
                    set.clear(next.id());
                    work.add(next);
                }
            }
        }
    }

    /** Whether the status is set, on every path, when a block ends. */
    boolean isSetAtEnd(Block block) {
        return atEnd(block);
    }

    private boolean atEnd(Block block) {
        boolean now = set.get(block.id());
        for (Op op : block.ops()) {
            if (op instanceof Op.CatchEntry) {
                now = false;
            } else if (op instanceof Op.Call call) {
                now = after(call, now);
            }
        }
        return now;
    }

    private boolean after(Op.Call call, boolean before) {
        if (call.callee().isConstructor()) {
            TypeModel model = facts.models().type(call.callee().receiverType(), facts.hierarchy());
            if (model != null && model.constructorRestores()) {
                return true;
            }
        }
        StatusEffect effect = calls.statusEffect(call);
        return switch (effect) {
            case RESTORES -> true;
            case POLLS_AND_CLEARS -> false;
            case POLLS, NONE ->
                before
                        && calls.targets(call).stream()
                                .noneMatch(target -> calls.summary(target).touchesStatus());
        };
    }

    /** Whether a block ends in a test of the status that comes out as "set" on the way to {@code next}. */
    private boolean findsSet(Block block, Block next) {
        if (!(block.terminator() instanceof Terminator.Branch branch)
                || branch.ifTrue() != next
                || branch.ifFalse() == next
                || !(branch.test() instanceof Test.IsTrue test)) {
            return false;
        }
        List<Object> sources = definitions.sources(test.operand());
        return test.operand() instanceof Operand.Local
                && sources.size() == 1
                && sources.get(0) instanceof Op.Call call
                && calls.statusEffect(call) == StatusEffect.POLLS;
    }
}
