package dev.heed.engine.fate;

import dev.heed.engine.bound.WorkerThread;
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
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.Escape.StatusThen;
import java.util.ArrayDeque;
import java.util.Arrays;
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
    /** Of blocks at their entry. Begins with the strongest and only gets weaker, so that loops come out right. */
    private final StatusThen[] entries;
    /** Whether something in the function may clear the status. */
    private final boolean mayClear;

    StatusFlow(Function function, CallSemantics calls, Definitions definitions, ProgramFacts facts) {
        this.calls = calls;
        this.definitions = definitions;
        this.facts = facts;
        mayClear = function.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call && after(call, StatusThen.SET) != StatusThen.SET);
        entries = new StatusThen[function.blocks().size()];
        Arrays.fill(entries, StatusThen.SET);
        entries[function.entry().id()] = StatusThen.AS_USUAL;
        Deque<Block> work = new ArrayDeque<>();
        for (Block block : function.blocks()) {
            if (!block.ops().isEmpty() && block.ops().get(0) instanceof Op.CatchEntry) {
                entries[block.id()] = StatusThen.AS_USUAL;
            }
            work.add(block);
        }
        while (!work.isEmpty()) {
            WorkerThread.check();
            Block block = work.poll();
            if (ExceptionFlow.stops(block, calls)) {
                continue;
            }
            StatusThen after = atEnd(block);
            for (Block next : block.successors()) {
                if (after.compareTo(entries[next.id()]) < 0 && !findsSet(block, next)) {
                    entries[next.id()] = after;
                    work.add(next);
                }
            }
        }
    }

    /** The status, on every path, when a block ends. */
    StatusThen atEnd(Block block) {
        StatusThen now = entries[block.id()];
        for (Op op : block.ops()) {
            if (op instanceof Op.CatchEntry) {
                now = StatusThen.AS_USUAL;
            } else if (op instanceof Op.Call call) {
                now = after(call, now);
            }
        }
        return now;
    }

    /** What is known of an exception that was caught with these traits, when the end of a block throws it again. */
    Escape.Traits atRethrow(Escape.Traits caught, Block block) {
        StatusThen now = atEnd(block);
        if (now != StatusThen.AS_USUAL) {
            return caught.with(now);
        }
        return caught.status() != StatusThen.AS_USUAL && mayClear ? caught.with(StatusThen.UNKNOWN) : caught;
    }

    private StatusThen after(Op.Call call, StatusThen before) {
        if (call.callee().isConstructor()) {
            TypeModel model = facts.models().type(call.callee().receiverType(), facts.hierarchy());
            if (model != null && model.constructorRestores()) {
                return StatusThen.SET;
            }
        }
        return switch (calls.statusEffect(call)) {
            case RESTORES -> StatusThen.SET;
            case POLLS_AND_CLEARS -> StatusThen.AS_USUAL;
            case POLLS, NONE ->
                calls.targets(call).stream()
                                .anyMatch(target -> calls.summary(target).touchesStatus())
                        ? StatusThen.UNKNOWN
                        : before;
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
