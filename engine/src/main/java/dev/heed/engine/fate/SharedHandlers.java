package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What else arrives at a handler that takes a signal. */
public final class SharedHandlers {
    /** No supertype stands for all timeouts: they are told by their names. */
    private static final Pattern TIMEOUT = Pattern.compile("Timeout|TimedOut|DeadlineExceeded");

    private final FunctionFates function;

    public SharedHandlers(FunctionFates function) {
        this.function = function;
    }

    /**
     * Another exception that a handler takes.
     *
     * @param span where it comes from: the call that declares it, or its name in the clause
     * @param by the name of that call, or null
     */
    public record Other(String type, Span span, @Nullable String by) {}

    /**
     * A timeout that a clause takes as well, if what is said there is the same for both: no test of the type, or of the interrupt
     * status, decides whether it is said, or what.
     */
    public Optional<Other> timeout(Handler.Clause clause, Op.Call said) {
        boolean varies = said.arguments().stream()
                .anyMatch(argument -> function.definitions().sources(argument).size() > 1);
        if (varies || asks(clause, said)) {
            return Optional.empty();
        }
        for (Block block : function.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && call.callee().isResolved()) {
                    for (String type : call.callee().declaredThrows()) {
                        if (isTimeout(type) && arrives(type, block.handler(), clause)) {
                            return Optional.of(new Other(type, call.span(), CallSemantics.displayName(call)));
                        }
                    }
                }
            }
        }
        Handler.CatchText text = clause.text();
        for (int i = 0; text != null && i < clause.types().size(); i++) {
            if (isTimeout(clause.types().get(i)) && i < text.typeSpans().size()) {
                return Optional.of(
                        new Other(clause.types().get(i), text.typeSpans().get(i), null));
            }
        }
        return Optional.empty();
    }

    private boolean isTimeout(String type) {
        TypeModel model = function.facts().models().type(type, function.facts().hierarchy());
        return (model == null || model.signal() == null)
                && TIMEOUT.matcher(Types.simpleName(type)).find();
    }

    private boolean arrives(String type, @Nullable Handler innermost, Handler.Clause clause) {
        return Dispatch.of(type, innermost, function.facts().hierarchy()).landings().stream()
                .anyMatch(landing -> landing.clause().equals(clause));
    }

    /** Whether a handler asks for the type of what it has, or for the interrupt status, and may then not say this. */
    private boolean asks(Handler.Clause clause, Op.Call said) {
        Handler.CatchText text = clause.text();
        if (text == null) {
            return true;
        }
        for (Block block : function.function().blocks()) {
            for (Op op : block.ops()) {
                if (text.body().contains(op.span()) && asks(op)) {
                    return true;
                }
            }
            if (block.terminator() instanceof Terminator.Branch branch
                    && branch.test() instanceof Test.InstanceOf
                    && text.body().contains(branch.span())
                    && !(reaches(branch.ifTrue(), said) && reaches(branch.ifFalse(), said))) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(Block from, Op.Call said) {
        Set<Block> seen = new HashSet<>(Set.of(from));
        Deque<Block> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Block block = open.remove();
            if (block.ops().contains(said)) {
                return true;
            }
            block.successors().stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }

    private boolean asks(Op op) {
        if (op instanceof Op.Compute compute) {
            return compute.operator().equals("instanceof");
        }
        return op instanceof Op.Call call
                && (function.calls().statusEffect(call) == StatusEffect.POLLS
                        || function.calls().statusEffect(call) == StatusEffect.POLLS_AND_CLEARS
                        || (call.callee().name().equals("getClass") && isCaught(call.receiver())));
    }

    private boolean isCaught(@Nullable Operand receiver) {
        return receiver != null && function.definitions().single(receiver) instanceof Op.CatchEntry;
    }
}
