package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which locals hold which constants where a call throws: {@code done = false; try { wait(); done = true; } finally { if
 * (done) ... }}. Forward over all paths; a variable that paths set differently, or that a handler sets, is not known.
 */
final class LocalConstants {
    private final Function function;
    private final Set<Variable> setInHandlers = new HashSet<>();
    /** By block, at its entry; null as long as no path to it has been seen. */
    private final @Nullable Map<Variable, Object>[] entries;

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of maps cannot be made otherwise.
    LocalConstants(Function function) {
        this.function = function;
        entries = new Map[function.blocks().size()];
        Deque<Block> work = new ArrayDeque<>();
        entries[function.entry().id()] = Map.of();
        work.add(function.entry());
        Set<Span> handlers = new HashSet<>();
        for (Block block : function.blocks()) {
            if (!block.ops().isEmpty() && block.ops().get(0) instanceof Op.CatchEntry entry) {
                entries[block.id()] = Map.of();
                work.add(block);
                Handler.CatchText text = entry.clause().text();
                if (text != null) {
                    handlers.add(text.clause());
                }
            }
        }
        noteHandlers(handlers);
        while (!work.isEmpty()) {
            Block block = work.poll();
            Map<Variable, Object> after = at(block, block.ops().size());
            for (Block next : block.successors()) {
                Map<Variable, Object> known = entries[next.id()];
                Map<Variable, Object> joined = known == null ? after : common(known, after);
                if (!joined.equals(known)) {
                    entries[next.id()] = joined;
                    work.add(next);
                }
            }
        }
    }

    private void noteHandlers(Set<Span> handlers) {
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                Variable target = target(op);
                if (target != null && handlers.stream().anyMatch(handler -> handler.contains(op.span()))) {
                    setInHandlers.add(target);
                }
            }
        }
    }

    /** What is known when a call of the function throws. */
    Map<Variable, Object> at(Op.Call call) {
        for (Block block : function.blocks()) {
            int index = block.ops().indexOf(call);
            if (index >= 0) {
                Map<Variable, Object> known = new HashMap<>(at(block, index));
                known.keySet().removeAll(setInHandlers);
                return known;
            }
        }
        return Map.of();
    }

    /** What a test at the end of a block says every time, because a local is known; else null. */
    @Nullable
    Boolean outcome(Test test, Block block) {
        Variable asked = test instanceof Test.IsTrue isTrue ? isTrue.operand().variableOrNull() : null;
        Object known = asked == null ? null : at(block, block.ops().size()).get(asked);
        return known instanceof Boolean answer ? answer : null;
    }

    /** Whether a function asks a local to which it assigns a constant, so that something may be known. */
    static boolean concerns(Function function) {
        Set<Variable> assigned = new HashSet<>();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Assign assign
                        && assign.value() instanceof Operand.Constant constant
                        && constant.value() instanceof Boolean) {
                    assigned.add(assign.target());
                }
            }
        }
        return !assigned.isEmpty()
                && function.blocks().stream()
                        .anyMatch(block -> block.terminator() instanceof Terminator.Branch branch
                                && branch.test() instanceof Test.IsTrue test
                                && assigned.contains(test.operand().variableOrNull()));
    }

    /** What is the same in both. */
    static Map<Variable, Object> common(Map<Variable, Object> some, Map<Variable, Object> others) {
        Map<Variable, Object> common = new HashMap<>(some);
        common.entrySet().retainAll(others.entrySet());
        return common;
    }

    private Map<Variable, Object> at(Block block, int index) {
        Map<Variable, Object> entry = entries[block.id()];
        Map<Variable, Object> known = new HashMap<>(entry == null ? Map.of() : entry);
        for (Op op : block.ops().subList(0, index)) {
            Variable target = target(op);
            if (target != null) {
                Object value = op instanceof Op.Assign assign && assign.value() instanceof Operand.Constant constant
                        ? constant.value()
                        : null;
                if (value == null) {
                    known.remove(target);
                } else {
                    known.put(target, value);
                }
            }
        }
        return known;
    }

    private static @Nullable Variable target(Op op) {
        if (op instanceof Op.Assign assign) {
            return assign.target();
        } else if (op instanceof Op.Compute compute) {
            return compute.target();
        } else if (op instanceof Op.FieldRead read) {
            return read.target();
        } else if (op instanceof Op.Call call) {
            return call.result();
        } else if (op instanceof Op.CatchEntry entry) {
            return entry.variable();
        }
        return null;
    }
}
