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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function with what is derived from its IR; made when it is analyzed, and dropped after. */
final class FunctionContext {
    private static final int MAX_CONDITIONS = 6;

    /** What iterators are asked before each turn. */
    private static final Set<String> ITERATION = Set.of("hasNext", "hasMoreElements");

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
        flow = calls.flow();
    }

    /** The same of a function whose fates are known. */
    FunctionContext(FunctionFates fates) {
        function = fates.function();
        facts = fates.facts();
        definitions = fates.definitions();
        loops = fates.loops();
        calls = fates.calls();
        flow = calls.flow();
    }

    /**
     * Whether a loop ends by itself: it goes over a collection, or its head compares a variable that it counts.
     */
    boolean isBounded(Block head) {
        return bounded.computeIfAbsent(head, this::computeBounded);
    }

    /** Whether nothing in the function is done again. */
    boolean hasNoLoops() {
        return function.blocks().stream().noneMatch(Block::isLoopHead);
    }

    /** Whether the function around this one takes what this one throws as {@code type}, and throws its cause again. */
    boolean isUnwrappedAround(String type) {
        Function around = function.enclosing() == null ? null : facts.function(function.enclosing());
        if (around == null) {
            return false;
        }
        Definitions outer = new Definitions(around);
        return around.blocks().stream()
                .anyMatch(block -> block.terminator() instanceof Terminator.Throw end
                        && outer.single(end.value()) instanceof Op.Call call
                        && ExceptionFlow.UNWRAPPING.contains(call.callee().name())
                        && call.receiver() != null
                        && outer.single(call.receiver()) instanceof Op.CatchEntry entry
                        && entry.clause().types().stream()
                                .anyMatch(caught -> facts.hierarchy()
                                        .isSubtype(type, caught)
                                        .isYes()));
    }

    private boolean computeBounded(Block head) {
        Block test = head;
        for (int i = 0; i < MAX_CONDITIONS && test != null; i++) {
            if (test.terminator() instanceof Terminator.Branch branch && bounds(head, branch)) {
                return true;
            }
            test = nextCondition(head, test);
        }
        return false;
    }

    /** The block that evaluates the next operand of a loop condition {@code a && b}, or null. */
    private @Nullable Block nextCondition(Block head, Block test) {
        if (!(test.terminator() instanceof Terminator.Branch branch)
                || loops.contains(head, branch.ifFalse())
                || !loops.contains(head, branch.ifTrue())) {
            return null;
        }
        return branch.ifTrue().terminator() instanceof Terminator.Branch next && !loops.contains(head, next.ifFalse())
                ? branch.ifTrue()
                : null;
    }

    private boolean bounds(Block head, Terminator.Branch branch) {
        if (branch.test() instanceof Test.Opaque) {
            return true;
        }
        if (branch.test() instanceof Test.IsTrue isTrue
                && definitions.single(isTrue.operand()) instanceof Op.Call call
                && ITERATION.contains(call.callee().name())) {
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
