package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.summary.Summaries;
import java.util.HashMap;
import java.util.Map;

/** A function with what is derived from its IR; made when it is analyzed, and dropped after. */
final class FunctionContext {
    final Function function;
    final ProgramFacts facts;
    final Definitions definitions;
    final Loops loops;
    final CallSemantics calls;
    final ExceptionFlow flow;
    private final Map<Block, Boolean> bounded = new HashMap<>();

    FunctionContext(Function function, ProgramFacts facts, Summaries summaries) {
        this.function = function;
        this.facts = facts;
        definitions = new Definitions(function);
        loops = new Loops(function);
        calls = new CallSemantics(function, facts, definitions, summaries);
        flow = new ExceptionFlow(function, facts, definitions, calls);
    }

    /** The same of a function whose fates are known. */
    FunctionContext(FunctionFates fates) {
        function = fates.function();
        facts = fates.facts();
        definitions = fates.definitions();
        loops = fates.loops();
        calls = fates.calls();
        flow = new ExceptionFlow(function, facts, definitions, calls);
    }

    /**
     * Whether a loop ends by itself: it goes over a collection, or its head compares a variable that it counts.
     */
    boolean isBounded(Block head) {
        return bounded.computeIfAbsent(head, this::computeBounded);
    }

    private boolean computeBounded(Block head) {
        if (!(head.terminator() instanceof Terminator.Branch branch)) {
            return false;
        }
        if (branch.test() instanceof Test.Opaque) {
            return true;
        }
        return branch.test() instanceof Test.Compare compare
                && !compare.operator().equals("!=")
                && (isCounted(head, compare.left()) || isCounted(head, compare.right()));
    }

    private boolean isCounted(Block head, Operand operand) {
        Variable variable = operand.variableOrNull();
        if (variable == null || variable.isTemporary()) {
            return false;
        }
        return definitions.of(variable).stream().anyMatch(op -> isStep(op, variable) && stands(op, head));
    }

    /** {@code x = x + c}, in one operation or through a temporary. */
    private boolean isStep(Op op, Variable variable) {
        Op step = op instanceof Op.Assign assign ? definitions.single(assign.value()) : op;
        return step instanceof Op.Compute compute
                && compute.operands().stream().anyMatch(o -> variable.equals(o.variableOrNull()))
                && compute.operands().stream().anyMatch(o -> o instanceof Operand.Constant);
    }

    private boolean stands(Op op, Block head) {
        return function.blocks().stream()
                .anyMatch(block ->
                        loops.contains(head, block) && block.ops().stream().anyMatch(other -> other == op));
    }
}
