package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import java.util.List;
import java.util.Set;

/** Whether what is said of a signal, in a log or by a new exception, tells a reader what it was. */
public final class Provenance {
    private static final int MAX_DEPTH = 6;

    private static final Set<String> MESSAGES = Set.of("getMessage", "getLocalizedMessage");

    /** Types of which the message is null, or says nothing but "sleep interrupted"; others are made with words. */
    private static final List<String> WITHOUT_MESSAGE =
            List.of(CallSemantics.INTERRUPTED_EXCEPTION, "java.nio.channels.ClosedByInterruptException");

    private final FunctionFates function;

    public Provenance(FunctionFates function) {
        this.function = function;
    }

    /** Whether what was caught goes into what is said: itself, or what its text tells. */
    public boolean tells(Op.Call said, SignalFates signal) {
        return said.arguments().stream().anyMatch(argument -> tells(argument, signal, 0));
    }

    /**
     * Whether an exception that was made on the path of a signal leaves the function and does not lead back to the signal: not
     * as its cause, not as suppressed, not in its text.
     */
    public boolean leavesWithout(Op.Call made, SignalFates signal) {
        return !tells(made, signal)
                && signal.outcomes().stream()
                        .anyMatch(outcome -> outcome.thrownType() != null
                                && !outcome.carriesCause()
                                && outcome.thrownType().equals(made.callee().receiverType())
                                && outcome.events().stream()
                                        .anyMatch(event -> event.kind() == Event.Kind.CREATED
                                                && event.span().equals(made.span())));
    }

    private boolean tells(Operand operand, SignalFates signal, int depth) {
        if (depth > MAX_DEPTH) {
            return true;
        }
        Definitions definitions = function.definitions();
        for (Object source : definitions.sources(operand)) {
            boolean does = false;
            if (source instanceof Op.CatchEntry entry) {
                does = entry.clause().equals(signal.clause());
            } else if (source instanceof Op.Compute compute) {
                does = anyTells(compute.operands(), signal, depth);
            } else if (source instanceof Op.Call call && !saysNothing(call, signal)) {
                Operand receiver = call.receiver();
                does = anyTells(call.arguments(), signal, depth)
                        || (receiver != null && tells(receiver, signal, depth + 1));
            } else if (source instanceof Operand.FunctionRef ref) {
                does = anyTells(ref.captured(), signal, depth);
            }
            if (does) {
                return true;
            }
        }
        return false;
    }

    private boolean saysNothing(Op.Call call, SignalFates signal) {
        return MESSAGES.contains(call.callee().name())
                && WITHOUT_MESSAGE.stream()
                        .anyMatch(type -> function.facts()
                                .hierarchy()
                                .isSubtype(signal.type(), type)
                                .isYes());
    }

    private boolean anyTells(List<Operand> operands, SignalFates signal, int depth) {
        return operands.stream().anyMatch(operand -> tells(operand, signal, depth + 1));
    }
}
