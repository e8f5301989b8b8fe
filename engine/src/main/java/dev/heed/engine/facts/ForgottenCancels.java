package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Implementations of {@code Future} that remember a cancel, and whose {@code get} does not look at what they remember.
 */
public final class ForgottenCancels {
    private static final String FUTURE = "java.util.concurrent.Future";
    private static final String CANCELLATION_EXCEPTION = "java.util.concurrent.CancellationException";
    private static final List<String> FLAGS =
            List.of("boolean", "java.lang.Boolean", "java.util.concurrent.atomic.AtomicBoolean");
    private static final Set<String> ATOMIC_WRITES = Set.of("set", "lazySet", "compareAndSet", "getAndSet");

    /**
     * A {@code get} that answers for a cancelled future as if it were done.
     *
     * @param flag the field that remembers the cancel
     * @param written where {@code cancel} writes it
     * @param in the function that returns the value: {@code get}, or a helper
     * @param returned the statement that does
     */
    public record Forgotten(FieldRef flag, Span written, Function in, Span returned) {}

    private final ProgramFacts facts;

    public ForgottenCancels(ProgramFacts facts) {
        this.facts = facts;
    }

    /** What is forgotten by a function, if it is the {@code get()} of a future; else null. */
    public @Nullable Forgotten of(Function get) {
        String owner = get.ref().owner();
        boolean isGet = get.ref().name().equals("get") && get.parameters().isEmpty() && get.hasBody();
        if (!isGet || !facts.hierarchy().isSubtype(owner, FUTURE).isYes()) {
            return null;
        }
        Function cancel = facts.function(new MethodRef(owner, "cancel", List.of("boolean")));
        Function asked = facts.function(new MethodRef(owner, "isCancelled", List.of()));
        FieldRef flag = asked == null ? null : onlyFlag(asked);
        Op write = cancel == null || flag == null ? null : write(cancel, flag);
        if (flag == null || write == null) {
            return null;
        }
        Set<Function> reached = ownCalls(get);
        for (Function function : reached) {
            if (looks(function, flag)) {
                return null;
            }
        }
        return returned(get, flag, write.span());
    }

    /** The only field that a function reads, if it is a flag. */
    private static @Nullable FieldRef onlyFlag(Function function) {
        FieldRef flag = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldRead read) {
                    if (flag != null || !FLAGS.contains(read.field().type())) {
                        return null;
                    }
                    flag = read.field();
                }
            }
        }
        return flag;
    }

    private static @Nullable Op write(Function cancel, FieldRef flag) {
        Definitions definitions = new Definitions(cancel);
        for (Block block : cancel.blocks()) {
            for (Op op : block.ops()) {
                boolean plain =
                        op instanceof Op.FieldWrite write && write.field().equals(flag);
                boolean atomic = op instanceof Op.Call call
                        && call.receiver() != null
                        && ATOMIC_WRITES.contains(call.callee().name())
                        && definitions.single(call.receiver()) instanceof Op.FieldRead read
                        && read.field().equals(flag);
                if (plain || atomic) {
                    return op;
                }
            }
        }
        return null;
    }

    /** A function, and what it calls on its own object. */
    private Set<Function> ownCalls(Function start) {
        Set<Function> found = new LinkedHashSet<>();
        Deque<Function> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Function function = open.poll();
            if (found.add(function)) {
                for (Block block : function.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call && call.receiver() instanceof Operand.This) {
                            open.addAll(facts.targets(call));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Whether a function may tell of the cancel: it reads the flag, throws, or asks something else for the value. */
    private boolean looks(Function function, FieldRef flag) {
        if (!function.hasBody()) {
            return true;
        }
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldRead read && read.field().equals(flag)) {
                    return true;
                } else if (op instanceof Op.Call call && (tells(call) || asksAnother(call))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tells(Op.Call call) {
        return call.callee().name().equals("isCancelled")
                || call.callee().name().toLowerCase(java.util.Locale.ROOT).contains("cancel")
                || (call.callee().isConstructor()
                        && facts.hierarchy()
                                .isSubtype(call.callee().receiverType(), CANCELLATION_EXCEPTION)
                                .isYes());
    }

    /** {@code super.get()}, the {@code get} of a delegate, or a helper of another class that is given this future. */
    private boolean asksAnother(Op.Call call) {
        boolean onThis = call.receiver() instanceof Operand.This;
        boolean inherited = onThis && facts.targets(call).stream().noneMatch(Function::hasBody);
        boolean awaits = facts.model(call).await() != null;
        boolean given = call.arguments().stream().anyMatch(argument -> argument instanceof Operand.This);
        boolean waitsOnly =
                call.callee().name().startsWith("wait") || call.callee().name().startsWith("notify");
        return (inherited && !waitsOnly) || awaits || given;
    }

    /** Where a value that is kept in a field is returned, by {@code get} or by the helper that it returns the value of. */
    private @Nullable Forgotten returned(Function function, FieldRef flag, Span written) {
        Definitions definitions = new Definitions(function);
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
                Op source = definitions.single(end.value());
                if (source instanceof Op.FieldRead) {
                    return new Forgotten(flag, written, function, end.span());
                } else if (source instanceof Op.Call call && call.receiver() instanceof Operand.This) {
                    List<Function> targets = facts.targets(call);
                    Forgotten inside = targets.size() == 1 && !targets.get(0).equals(function)
                            ? returned(targets.get(0), flag, written)
                            : null;
                    if (inside != null) {
                        return inside;
                    }
                }
            }
        }
        return null;
    }
}
