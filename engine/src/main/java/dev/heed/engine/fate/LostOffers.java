package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resources that are opened here and offered to a promise, without a look at whether the promise took them: after a cancel it
 * does not, and nobody closes them.
 */
public final class LostOffers {
    /** How methods are called that open something new for their caller. */
    private static final Pattern OPENS = Pattern.compile("(open|connect|accept|create|dial|borrow|acquire)([A-Z].*)?"
            + "|new(([A-Z].*Reader|[A-Z].*Writer|[A-Z].*Stream|[A-Z].*Channel)|ByteChannel)|getConnection|duplicate");

    /** Calls of the resource itself that end it, or hand it on. */
    private static final Pattern ENDS =
            Pattern.compile("close.*|release.*|shutdown.*|dispose|destroy|disconnect|stop|abort");

    /**
     * A resource that is lost if the promise was cancelled meanwhile.
     *
     * @param offer the call whose answer is dropped
     * @param opened the call that makes the resource
     * @param type of the resource
     * @param variable that holds it; null if it is made in the argument
     * @param closeThrows the checked exceptions that its {@code close()} may throw, as far as known
     */
    public record LostOffer(
            Block block,
            Op.Call offer,
            Op.Call opened,
            String type,
            @Nullable Variable variable,
            List<String> closeThrows) {}

    private final FunctionContext context;
    private final ProgramFacts facts;

    private LostOffers(FunctionFates fates) {
        context = new FunctionContext(fates);
        facts = fates.facts();
    }

    /** Whether a function may offer something: cheap. */
    public static boolean concerns(FunctionFates fates) {
        return fates.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call && isDropped(fates.calls(), call));
    }

    private static boolean isDropped(CallSemantics calls, Op.Call call) {
        return call.isStatement()
                && call.callee().confidence() != Confidence.UNRESOLVED
                && !calls.model(call).offers().isEmpty();
    }

    /** The resources that a function may lose so. */
    public static List<LostOffer> of(FunctionFates fates) {
        return new LostOffers(fates).find();
    }

    private List<LostOffer> find() {
        List<LostOffer> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && isDropped(context.calls, call)) {
                    int index = context.calls.model(call).offers().get(0);
                    LostOffer lost = index < call.arguments().size() ? lost(block, call, index) : null;
                    if (lost != null
                            && found.stream().noneMatch(l -> l.offer().span().equals(call.span()))) {
                        found.add(lost);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable LostOffer lost(Block block, Op.Call offer, int index) {
        Operand value = offer.arguments().get(index);
        if (offer.receiver() == null
                || !(context.definitions.single(value) instanceof Op.Call opened)
                || !opens(opened)) {
            return null;
        }
        String type = opened.callee().isConstructor()
                ? opened.callee().receiverType()
                : opened.callee().returnType();
        Variable held = value.variableOrNull();
        Variable variable = held == null || held.isTemporary() ? null : held;
        boolean kept = isKept(opened.result(), offer) || (variable != null && isKept(variable, offer));
        return kept || !mayBeCancelled(offer.receiver(), offer)
                ? null
                : new LostOffer(block, offer, opened, type, variable, closeThrows(type));
    }

    private boolean opens(Op.Call call) {
        if (call.callee().isConstructor()) {
            return isCloseable(call.callee().receiverType())
                    && call.arguments().stream().allMatch(this::isOurs);
        }
        return call.callee().isResolved()
                && (context.calls.model(call).acquires() != null
                        || OPENS.matcher(call.callee().name()).matches())
                && facts.hierarchy()
                        .isSubtype(call.callee().returnType(), "java.lang.AutoCloseable")
                        .isYes()
                && isCloseable(call.callee().returnType());
    }

    /** Whether an argument of a constructor leads to no resource of somebody else, who closes that himself. */
    private boolean isOurs(Operand argument) {
        boolean leadsOn = facts.hierarchy()
                .isSubtype(argument.type(), "java.lang.AutoCloseable")
                .isYes();
        return !leadsOn || (context.definitions.single(argument) instanceof Op.Call made && opens(made));
    }

    /** Whether what is made of a type must be closed, as the models see it; not a resource that only leads to another one. */
    private boolean isCloseable(String type) {
        Function close = facts.function(new MethodRef(type, "close", List.of()));
        boolean closesNothing = close != null
                && close.hasBody()
                && close.blocks().stream()
                        .allMatch(block -> block.ops().stream().noneMatch(op -> op instanceof Op.Call));
        if (closesNothing) {
            return false;
        }
        MethodRef constructor = new MethodRef(type, MethodRef.CONSTRUCTOR, List.of());
        Callee callee = new Callee(
                MethodRef.CONSTRUCTOR, type, List.of(constructor), List.of(), type, false, Confidence.RESOLVED);
        var acquires = facts.models().method(callee, 0, facts.hierarchy()).acquires();
        return acquires != null && acquires.resource().equals("closeable");
    }

    private List<String> closeThrows(String type) {
        Function own = facts.function(new MethodRef(type, "close", List.of()));
        if (own != null) {
            return own.declaredThrows();
        }
        return facts.hierarchy().isSubtype(type, "java.io.Closeable").isYes()
                ? List.of("java.io.IOException")
                : List.of("java.lang.Exception");
    }

    /** Whether somebody else knows of the resource, or it is closed on the way on from the offer. */
    private boolean isKept(@Nullable Variable resource, Op.Call offer) {
        if (resource == null) {
            return false;
        }
        for (Block block : context.function.blocks()) {
            for (Op op : block.ops()) {
                if (op != offer && goesOn(op, resource, offer)) {
                    return true;
                }
            }
            if (block.terminator() instanceof dev.heed.engine.ir.Terminator.Return end && is(end.value(), resource)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOn(Op op, Variable resource, Op.Call offer) {
        if (op instanceof Op.FieldWrite write) {
            return is(write.value(), resource) || captures(write.value(), resource);
        } else if (op instanceof Op.ArrayWrite write) {
            return is(write.value(), resource);
        } else if (op instanceof Op.Assign assign) {
            return captures(assign.value(), resource)
                    || (is(assign.value(), resource)
                            && !assign.target().isTemporary()
                            && !isOffered(assign.target(), offer));
        } else if (op instanceof Op.Call call) {
            boolean given = call.arguments().stream()
                            .anyMatch(argument -> is(argument, resource) || captures(argument, resource))
                    || call.captured().stream().anyMatch(operand -> is(operand, resource));
            boolean ended = is(call.receiver(), resource)
                    && ENDS.matcher(call.callee().name()).matches()
                    && reaches(offer, call);
            return (given && context.calls.model(call).log() == null) || ended;
        }
        return false;
    }

    private static boolean isOffered(Variable variable, Op.Call offer) {
        return offer.arguments().stream().anyMatch(argument -> variable.equals(argument.variableOrNull()));
    }

    private static boolean is(@Nullable Operand operand, Variable variable) {
        return operand != null && variable.equals(operand.variableOrNull());
    }

    private static boolean captures(@Nullable Operand operand, Variable variable) {
        return operand instanceof Operand.FunctionRef ref
                && ref.captured().stream().anyMatch(captured -> is(captured, variable));
    }

    /** Whether control may come from one call to another without an exception. */
    private boolean reaches(Op.Call from, Op.Call to) {
        Deque<Block> work = new ArrayDeque<>();
        Set<Block> seen = new HashSet<>();
        for (Block block : context.function.blocks()) {
            int index = block.ops().indexOf(from);
            if (index >= 0) {
                if (block.ops().subList(index + 1, block.ops().size()).contains(to)) {
                    return true;
                }
                work.addAll(block.successors());
            }
        }
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (seen.add(block)) {
                if (block.ops().contains(to)) {
                    return true;
                }
                work.addAll(block.successors());
            }
        }
        return false;
    }

    // ---- the promise ----

    /** Whether somebody else holds the promise by the time of the offer, and so may have cancelled it. */
    private boolean mayBeCancelled(Operand promise, Op.Call offer) {
        if (context.definitions.single(promise) instanceof Op.FieldRead read) {
            return isShared(read.field());
        }
        Variable variable = promise.variableOrNull();
        if (variable == null) {
            return false;
        }
        return switch (variable.kind()) {
            case PARAMETER -> true;
            case CAPTURED -> isSharedAround(variable);
            default ->
                context.definitions.single(promise) instanceof Op.Call made
                        && made.callee().isConstructor()
                        && PromiseUses.givenAway(context.function, variable).stream()
                                .anyMatch(call -> !call.equals(offer) && reaches(call, offer));
        };
    }

    /** Whether the function around a lambda gives the promise to others, or cancels it. */
    private boolean isSharedAround(Variable captured) {
        Function around = context.function.enclosing() == null ? null : facts.function(context.function.enclosing());
        if (around == null) {
            return false;
        }
        for (Variable variable : around.variables()) {
            if (variable.name().equals(captured.name())) {
                return variable.kind() == Variable.Kind.PARAMETER
                        || variable.kind() == Variable.Kind.CAPTURED
                        || PromiseUses.isShared(around, variable, facts);
            }
        }
        return false;
    }

    /** Whether code outside of the file can see a field's promise, or code within it gives it away or ends it early. */
    private boolean isShared(FieldRef field) {
        var owner = facts.type(field.owner());
        if (owner == null) {
            return false;
        }
        boolean isPrivate = owner.fields().stream()
                .anyMatch(declared -> declared.ref().name().equals(field.name())
                        && declared.modifiers().contains(Function.Modifier.PRIVATE));
        return !isPrivate
                || facts.usingIn(context.function.file(), field.name()).stream()
                        .anyMatch(function -> PromiseUses.isShared(function, field, facts));
    }
}
