package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cancellations that a function makes up: it throws {@code InterruptedException} or {@code CancellationException} where
 * something failed or was late, and nobody was interrupted or cancelled.
 */
public final class Fabrications {
    private static final String CANCELLATION_EXCEPTION = "java.util.concurrent.CancellationException";
    private static final String INTERRUPTED_IO_EXCEPTION = "java.io.InterruptedIOException";
    private static final Set<String> MADE_UP =
            Set.of(CallSemantics.INTERRUPTED_EXCEPTION, CANCELLATION_EXCEPTION, INTERRUPTED_IO_EXCEPTION);

    /** What is told as a cancellation. */
    public enum Origin {
        /** An exception that was caught. */
        FAILURE,
        /** A wait that gave up because its time was up. */
        TIMEOUT,
        /** Somebody cancelled a task that is awaited here; this thread was not interrupted. */
        OUTCOME
    }

    /**
     * A cancellation that is made up.
     *
     * @param made the construction of the exception
     * @param type binary name of it
     * @param of the type of the failure, or the name of what is waited for or was asked
     * @param entry the handler of the failure, for FAILURE
     * @param thrown the statement that throws it
     * @param proved whether it is known that the failure does not stand for a cancellation
     * @param events of the path, the throw last
     */
    public record Fabrication(
            Op.Call made,
            String type,
            Origin origin,
            String of,
            Op.@Nullable CatchEntry entry,
            Span thrown,
            boolean proved,
            List<Event> events) {
        public Fabrication {
            events = List.copyOf(events);
        }
    }

    private final FunctionContext context;
    private final Failures failures;
    private final Map<Span, Op.Call> made = new LinkedHashMap<>();
    private final Map<Span, Block> blocks = new LinkedHashMap<>();

    private Fabrications(FunctionFates fates) {
        context = new FunctionContext(fates);
        failures = new Failures(fates, context);
    }

    /** What a function makes up, in the order of the text. */
    public static List<Fabrication> of(FunctionFates fates) {
        boolean concerns = fates.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call
                        && call.callee().isConstructor()
                        && MADE_UP.contains(call.callee().receiverType()));
        return concerns ? new Fabrications(fates).find() : List.of();
    }

    private List<Fabrication> find() {
        for (Block block : context.function.blocks()) {
            if (block.terminator() instanceof Terminator.Throw end && !end.isImplicit()) {
                Op.Call call = construction(end.value());
                if (call != null) {
                    made.putIfAbsent(end.span(), call);
                    blocks.putIfAbsent(end.span(), block);
                }
            }
        }
        List<Fabrication> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            if (!block.ops().isEmpty()
                    && block.ops().get(0) instanceof Op.CatchEntry entry
                    && entry.clause().kind() == Handler.Kind.CATCH) {
                ofFailure(block, entry, found);
            }
        }
        made.forEach((thrown, call) -> ofAnswer(thrown, call, found));
        return found;
    }

    /** The construction of a cancellation that is thrown, perhaps after it was given its cause; or null. */
    private Op.@Nullable Call construction(Operand thrown) {
        Op op = context.definitions.single(thrown);
        if (op instanceof Op.Call call && call.callee().name().equals("initCause") && call.receiver() != null) {
            op = context.definitions.single(call.receiver());
        }
        return op instanceof Op.Call call
                        && call.callee().isConstructor()
                        && MADE_UP.contains(call.callee().receiverType())
                ? call
                : null;
    }

    private void ofFailure(Block handler, Op.CatchEntry entry, List<Fabrication> found) {
        for (String type : failures.at(entry.clause())) {
            MadeUpWalk walk = new MadeUpWalk(context, made, handler, entry, type);
            Span thrown = walk.thrown();
            Op.Call call = thrown == null ? null : made.get(thrown);
            if (thrown == null
                    || call == null
                    || found.stream().anyMatch(f -> f.made().equals(call))
                    || isUsualForTimeouts(call.callee().receiverType(), type)) {
                continue;
            }
            List<Event> events = new ArrayList<>(walk.events());
            events.add(thrown(thrown, call));
            boolean proved = context.facts.hierarchy().isKnown(type);
            found.add(new Fabrication(
                    call, call.callee().receiverType(), Origin.FAILURE, type, entry, thrown, proved, events));
        }
    }

    /** {@code SocketTimeoutException} is an {@code InterruptedIOException}: there, the word stands for the clock, too. */
    private static boolean isUsualForTimeouts(String made, String failure) {
        String name = Types.simpleName(failure);
        return made.equals(INTERRUPTED_IO_EXCEPTION) && (name.contains("Timeout") || name.contains("TimedOut"));
    }

    private static Event thrown(Span span, Op.Call call) {
        String type = Types.simpleName(call.callee().receiverType());
        return new Event(Event.Kind.THROWN, span, call, "'" + type + "' is thrown");
    }

    /** Thrown because of what a wait or a task answered. */
    private void ofAnswer(Span thrown, Op.Call call, List<Fabrication> found) {
        Block block = blocks.get(thrown);
        String type = call.callee().receiverType();
        if (block == null
                || type.equals(INTERRUPTED_IO_EXCEPTION)
                || found.stream().anyMatch(f -> f.made().equals(call))) {
            return;
        }
        Op.Call asked = null;
        Origin origin = Origin.TIMEOUT;
        for (Answers.Answer answer : Answers.leadingTo(block, context.function)) {
            if (isOtherReason(answer)) {
                return;
            }
            Op.Call cancelled = type.equals(CANCELLATION_EXCEPTION) ? null : cancelled(answer);
            Op.Call late = late(answer);
            if (cancelled != null) {
                asked = cancelled;
                origin = Origin.OUTCOME;
            } else if (late != null) {
                asked = late;
            }
        }
        if (asked == null || (type.equals(CANCELLATION_EXCEPTION) && cancelsOnTheWay(block))) {
            return;
        }
        String text = origin == Origin.OUTCOME ? "it was cancelled" : "the time is up";
        List<Event> events = List.of(new Event(Event.Kind.CALLED, asked.span(), asked, text), thrown(thrown, call));
        String name = origin == Origin.OUTCOME
                ? context.calls.receiverName(asked)
                : asked.callee().name();
        found.add(new Fabrication(call, type, origin, name == null ? "" : name, null, thrown, true, events));
    }

    /** Whether the exception is also thrown for a reason that may be a cancel: a flag, the status, what a helper says. */
    private boolean isOtherReason(Answers.Answer answer) {
        return !(answer.test() instanceof Test.IsNull) && cancelled(answer) == null && late(answer) == null;
    }

    /** The {@code isCancelled()} of another object that has answered true, or null. */
    private Op.@Nullable Call cancelled(Answers.Answer answer) {
        return answer.outcome()
                        && answer.test() instanceof Test.IsTrue isTrue
                        && context.definitions.single(isTrue.operand()) instanceof Op.Call call
                        && call.callee().name().equals("isCancelled")
                        && call.callee().isResolved()
                        && context.facts
                                .hierarchy()
                                .isSubtype(call.callee().receiverType(), "java.util.concurrent.Future")
                                .isYes()
                        && !(call.receiver() instanceof Operand.This)
                ? call
                : null;
    }

    /** The bounded wait that has answered that its time was up, or null. */
    private Op.@Nullable Call late(Answers.Answer answer) {
        Operand result = answer.test() instanceof Test.IsTrue isTrue && !answer.outcome()
                ? isTrue.operand()
                : answer.test() instanceof Test.IsNull isNull && answer.outcome() ? isNull.operand() : null;
        return result != null
                        && context.definitions.single(result) instanceof Op.Call call
                        && call.callee().isResolved()
                        && call.arguments().size() >= 2
                        && call.arguments()
                                .get(call.arguments().size() - 1)
                                .type()
                                .equals("java.util.concurrent.TimeUnit")
                        && call.callee().declaredThrows().contains(CallSemantics.INTERRUPTED_EXCEPTION)
                        && !call.callee().declaredThrows().contains("java.util.concurrent.TimeoutException")
                ? call
                : null;
    }

    private boolean cancelsOnTheWay(Block block) {
        return block.ops().stream().anyMatch(op -> op instanceof Op.Call call && MadeUpWalk.cancels(context, call));
    }
}
