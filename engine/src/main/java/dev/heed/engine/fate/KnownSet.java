package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.model.MethodModel.StatusEffect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places that are reached only where a question has found the interrupt status set, and nothing has touched it since. */
final class KnownSet {
    private final FunctionContext context;
    private final ProgramFacts facts;

    KnownSet(FunctionContext context) {
        this.context = context;
        facts = context.facts;
    }

    /** The questions by which all ways to the end of a block know that the status is set; empty if one does not. */
    List<Op.Call> askedBefore(Block place) {
        List<Op.Call> asked = new ArrayList<>(1);
        Set<Block> seen = new HashSet<>(Set.of(place));
        Deque<Block> work = new ArrayDeque<>(seen);
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (block.equals(context.function.entry()) || block.ops().stream().anyMatch(this::touchesStatus)) {
                return List.of();
            }
            boolean entered = false;
            for (Block from : context.function.blocks()) {
                if (!from.successors().contains(block)) {
                    continue;
                }
                entered = true;
                Op.Call question = question(from, block);
                if (question != null) {
                    asked.add(question);
                } else if (seen.add(from)) {
                    work.add(from);
                }
            }
            if (!entered) {
                return List.of(); // a handler
            }
        }
        return asked;
    }

    /** The question at the end of a block that leads on only if the status is set; else null. */
    private Op.@Nullable Call question(Block from, Block to) {
        return from.terminator() instanceof Terminator.Branch branch
                        && branch.ifTrue().equals(to)
                        && !branch.ifFalse().equals(to)
                        && branch.test() instanceof Test.IsTrue test
                        && context.definitions.single(test.operand()) instanceof Op.Call call
                        && asks(call)
                ? call
                : null;
    }

    private boolean asks(Op.Call call) {
        if (context.calls.statusEffect(call) == StatusEffect.POLLS) {
            return true;
        }
        List<Function> targets = context.calls.targets(call);
        return call.arguments().isEmpty()
                && call.callee().returnType().equals("boolean")
                && targets.size() == 1
                && onlyAsks(targets.get(0));
    }

    /** Whether a helper does nothing but answer the question. */
    private boolean onlyAsks(Function helper) {
        if (helper.blocks().size() != 1
                || (helper.isOverridable() && !helper.overrides().isEmpty())) {
            return false;
        }
        FunctionContext inside = new FunctionContext(helper, facts, context.calls.summaries());
        return helper.entry().terminator() instanceof Terminator.Return end
                && end.value() != null
                && inside.definitions.single(end.value()) instanceof Op.Call call
                && inside.calls.statusEffect(call) == StatusEffect.POLLS;
    }

    private boolean touchesStatus(Op op) {
        if (!(op instanceof Op.Call call)) {
            return false;
        }
        StatusEffect effect = context.calls.statusEffect(call);
        if (effect == StatusEffect.RESTORES || effect == StatusEffect.POLLS_AND_CLEARS) {
            return true;
        }
        var model = call.callee().isConstructor()
                ? facts.models().type(call.callee().receiverType(), facts.hierarchy())
                : null;
        return (model != null && model.constructorRestores())
                || context.calls.targets(call).stream()
                        .anyMatch(target -> context.calls.summary(target).touchesStatus());
    }
}
