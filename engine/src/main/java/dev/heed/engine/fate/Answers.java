package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The answers on which a statement depends directly: the conditions of the {@code if} that it stands in. */
final class Answers {
    private Answers() {}

    /** A test and how it came out. */
    record Answer(Test test, boolean outcome) {}

    /**
     * The tests whose outcome leads straight to a block; several for a condition with {@code ||}. Empty where it is also
     * reached without a test.
     */
    static List<Answer> leadingTo(Block block, Function function) {
        List<Answer> answers = new ArrayList<>(2);
        Set<Block> seen = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>();
        work.add(block);
        while (!work.isEmpty()) {
            Block target = work.poll();
            boolean entered = target.equals(function.entry());
            for (Block from : function.blocks()) {
                if (from.terminator() instanceof Terminator.Branch branch) {
                    if (branch.ifTrue().equals(target)) {
                        answers.add(new Answer(branch.test(), true));
                        entered = true;
                    } else if (branch.ifFalse().equals(target)) {
                        answers.add(new Answer(branch.test(), false));
                        entered = true;
                    }
                } else if (from.successors().contains(target)) {
                    entered = true;
                    if (!from.ops().isEmpty() || from.terminator() instanceof Terminator.Switch) {
                        return List.of();
                    } else if (seen.add(from)) {
                        work.add(from);
                    }
                }
            }
            if (!entered || target.equals(function.entry())) {
                return List.of();
            }
        }
        return answers;
    }
}
