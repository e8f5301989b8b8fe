package dev.heed.engine.fate;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.Role;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Loops of tasks that may take long, and in which nothing can notice that the task was cancelled. */
public final class UncancellableLoops {
    private static final int MAX_DEPTH = 3;

    /** How questions and checks are called that may well be about an end: they are taken at their word. */
    private static final Pattern ASKS_FOR_END = Pattern.compile("(?i)cancel|abort|interrupt|stop|shut|clos|quit|kill"
            + "|running|alive|active|terminat|destroy|dispos|finish|complete|done|check|enabled|progress");

    private final FunctionFates fates;
    private final FunctionContext context;

    private UncancellableLoops(FunctionFates fates) {
        this.fates = fates;
        context = new FunctionContext(fates);
    }

    /** The loops of a function, each outermost one by its statement. */
    public static List<Span> of(FunctionFates fates) {
        UncancellableLoops search = new UncancellableLoops(fates);
        return search.context.hasNoLoops() || !search.isTask(fates.function(), 0) ? List.of() : search.find();
    }

    private List<Span> find() {
        List<Span> found = new ArrayList<>(1);
        for (Block head : fates.function().blocks()) {
            Span loop = head.loopSpan();
            boolean isOutermost = fates.loops().around(head).equals(List.of(head));
            if (loop != null && isOutermost && isLong(head) && !notices(head)) {
                found.add(loop);
            }
        }
        return found;
    }

    /** Whether a function is run by a pool or a thread that somebody may interrupt, or called by such functions only. */
    private boolean isTask(Function function, int depth) {
        Set<Role> roles = fates.facts().roles(function);
        if (!roles.isEmpty()) {
            return roles.stream().allMatch(Role::endsWork);
        }
        if (depth >= MAX_DEPTH || !function.modifiers().contains(Function.Modifier.PRIVATE)) {
            return false;
        }
        List<CallSite> callers = fates.facts().callers(function);
        return !callers.isEmpty() && callers.stream().allMatch(site -> isTask(site.caller(), depth + 1));
    }

    /** Whether a loop has no end of its own, or does in its turns what takes time: a loop, reading, work of the project. */
    private boolean isLong(Block head) {
        boolean ends = false;
        for (Block block : fates.function().blocks()) {
            if (!context.loops.contains(head, block)) {
                continue;
            }
            ends |= block.successors().stream().anyMatch(next -> !context.loops.contains(head, next))
                    || block.terminator() instanceof Terminator.Return;
            if ((block.isLoopHead() && block != head && !context.isBounded(block))
                    || block.ops().stream().anyMatch(op -> op instanceof Op.Call call && takesTime(call, 0))) {
                return true;
            }
        }
        return !ends;
    }

    private boolean takesTime(Op.Call call, int depth) {
        MethodModel model = fates.facts().model(call);
        return (model.blocks() == MethodModel.Blocks.YES && model.onInterrupt() != OnInterrupt.THROWS)
                || (depth < MAX_DEPTH
                        && fates.facts().targets(call).stream()
                                .anyMatch(target -> target.hasBody() && isWork(target, depth)));
    }

    private boolean isWork(Function target, int depth) {
        return target.blocks().stream()
                .anyMatch(block -> block.isLoopHead()
                        || block.ops().stream()
                                .anyMatch(op -> op instanceof Op.Call call && takesTime(call, depth + 1)));
    }

    /** Whether anything in a loop may notice a cancel: a cancellation point, a question, or code of which too little is known. */
    private boolean notices(Block head) {
        Set<Function> seen = new HashSet<>();
        return fates.function().blocks().stream()
                .filter(block -> context.loops.contains(head, block))
                .anyMatch(block -> notices(block, context, seen, 0));
    }

    private boolean notices(Block block, FunctionContext where, Set<Function> seen, int depth) {
        boolean asksField = block.terminator() instanceof Terminator.Branch branch
                && branch.test() instanceof Test.IsTrue
                && where.facts.stopFlags().testedField(branch.test(), where.definitions) != null;
        return asksField
                || block.ops().stream().anyMatch(op -> op instanceof Op.Call call && notices(call, where, seen, depth));
    }

    private boolean notices(Op.Call call, FunctionContext where, Set<Function> seen, int depth) {
        StatusEffect effect = where.calls.statusEffect(call);
        if (effect == StatusEffect.POLLS
                || effect == StatusEffect.POLLS_AND_CLEARS
                || !where.calls.deliveries(call).isEmpty()
                || reacts(where.calls.reaction(call))
                || ASKS_FOR_END.matcher(call.callee().name()).find()) {
            return true;
        }
        List<Function> targets = where.calls.targets(call);
        if (targets.isEmpty()) {
            return isForeign(call, where);
        }
        return targets.stream().anyMatch(target -> notices(target, seen, depth + 1));
    }

    private static boolean reacts(OnInterrupt reaction) {
        return reaction != OnInterrupt.UNSPECIFIED && reaction != OnInterrupt.IGNORES;
    }

    private boolean notices(Function target, Set<Function> seen, int depth) {
        if (!seen.add(target)) {
            return false;
        } else if (!target.hasBody() || depth > MAX_DEPTH) {
            return true;
        }
        FunctionContext inside =
                new FunctionContext(target, fates.facts(), fates.calls().summaries());
        return target.blocks().stream().anyMatch(block -> notices(block, inside, seen, depth));
    }

    /** Whether a call may run code of which nothing is known: of another library, or that was given as a value. */
    private static boolean isForeign(Op.Call call, FunctionContext where) {
        String owner = call.callee().receiverType();
        boolean isJdk = owner.startsWith("java.") || owner.equals("[]");
        return !call.callee().isResolved()
                || !isJdk
                || owner.startsWith("java.util.function.")
                || owner.equals("java.lang.Runnable")
                || owner.equals("java.util.concurrent.Callable")
                || where.calls.mayThrowUnseen(call);
    }
}
