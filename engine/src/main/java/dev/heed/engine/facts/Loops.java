package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The natural loops of a function: for each loop head the blocks from which control comes back to it. Found with dominators
 * (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm), exception edges included.
 */
public final class Loops {
    private final Function function;
    private final List<List<Block>> predecessors;
    private final int[] order;
    private final int[] dominator;
    private final Map<Block, BitSet> members = new HashMap<>();

    public Loops(Function function) {
        this.function = function;
        int n = function.blocks().size();
        predecessors = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            predecessors.add(new ArrayList<>(2));
        }
        order = new int[n];
        dominator = new int[n];
        if (n > 0 && function.blocks().stream().anyMatch(Block::isLoopHead)) {
            computeDominators(postorder());
            findLoops();
        }
    }

    /** The blocks that control may go to from a block, by its end or by an exception. */
    public static List<Block> flow(Block block) {
        List<Block> targets = new ArrayList<>(block.successors());
        if (block.handler() != null && throwsSomething(block)) {
            for (Handler h = block.handler(); h != null; h = h.outer()) {
                boolean takesAll = false;
                for (Handler.Clause clause : h.clauses()) {
                    targets.add(clause.target());
                    takesAll |= clause.kind() != Handler.Kind.CATCH;
                }
                if (takesAll) {
                    break;
                }
            }
        }
        return targets;
    }

    private static boolean throwsSomething(Block block) {
        for (Op op : block.ops()) {
            if (op instanceof Op.Call) {
                return true;
            }
        }
        return block.terminator() instanceof Terminator.Throw;
    }

    /** Whether a block belongs to the loop with this head. */
    public boolean contains(Block head, Block block) {
        BitSet loop = members.get(head);
        return loop != null && loop.get(block.id());
    }

    /** The heads of the loops around a block. */
    public List<Block> around(Block block) {
        List<Block> heads = new ArrayList<>();
        for (Block candidate : function.blocks()) {
            if (contains(candidate, block)) {
                heads.add(candidate);
            }
        }
        return heads;
    }

    private List<Block> postorder() {
        List<Block> blocks = function.blocks();
        List<Block> result = new ArrayList<>(blocks.size());
        BitSet seen = new BitSet(blocks.size());
        Deque<Block> stack = new ArrayDeque<>();
        Deque<Deque<Block>> pending = new ArrayDeque<>();
        stack.push(blocks.get(0));
        pending.push(new ArrayDeque<>(flow(blocks.get(0))));
        seen.set(0);
        while (!stack.isEmpty()) {
            Block next = pending.peek().poll();
            if (next == null) {
                pending.pop();
                Block done = stack.pop();
                order[done.id()] = result.size();
                result.add(done);
                continue;
            }
            predecessors.get(next.id()).add(stack.peek());
            if (!seen.get(next.id())) {
                seen.set(next.id());
                stack.push(next);
                pending.push(new ArrayDeque<>(flow(next)));
            }
        }
        return result;
    }

    private void computeDominators(List<Block> postorder) {
        java.util.Arrays.fill(dominator, -1);
        int entry = function.entry().id();
        dominator[entry] = entry;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = postorder.size() - 2; i >= 0; i--) {
                int block = postorder.get(i).id();
                int best = -1;
                for (Block predecessor : predecessors.get(block)) {
                    if (dominator[predecessor.id()] >= 0) {
                        best = best < 0 ? predecessor.id() : intersect(best, predecessor.id());
                    }
                }
                if (best != dominator[block]) {
                    dominator[block] = best;
                    changed = true;
                }
            }
        }
    }

    private int intersect(int left, int right) {
        int a = left;
        int b = right;
        while (a != b) {
            while (order[a] < order[b]) {
                a = dominator[a];
            }
            while (order[b] < order[a]) {
                b = dominator[b];
            }
        }
        return a;
    }

    private boolean dominates(int upper, int lower) {
        int current = lower;
        while (current != upper && current != dominator[current] && dominator[current] >= 0) {
            current = dominator[current];
        }
        return current == upper;
    }

    private void findLoops() {
        for (Block head : function.blocks()) {
            if (!head.isLoopHead() || dominator[head.id()] < 0) {
                continue;
            }
            BitSet loop = new BitSet();
            Deque<Block> work = new ArrayDeque<>();
            for (Block source : predecessors.get(head.id())) {
                if (dominates(head.id(), source.id())) {
                    work.add(source);
                }
            }
            if (work.isEmpty()) {
                continue;
            }
            loop.set(head.id());
            while (!work.isEmpty()) {
                Block block = work.poll();
                if (!loop.get(block.id())) {
                    loop.set(block.id());
                    work.addAll(predecessors.get(block.id()));
                }
            }
            members.put(head, loop);
        }
    }
}
