package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts after which a function says, in words that its callers must believe, that all has come to its end: it returns what its
 * contract has for that, or commits what there is.
 */
public final class FalseEnds {
    private static final Set<String> TRANSACTIONS = Set.of(
            "java.sql.Connection",
            "javax.transaction.UserTransaction",
            "jakarta.transaction.UserTransaction",
            "javax.persistence.EntityTransaction",
            "jakarta.persistence.EntityTransaction",
            "org.springframework.transaction.PlatformTransactionManager");

    /** What a method returns when there is no more. */
    private record Contract(String owner, String name, Object end, String meaning) {}

    private static final List<Contract> CONTRACTS = List.of(
            new Contract("java.io.InputStream", "read", -1L, "the end of the stream"),
            new Contract("java.io.Reader", "read", -1L, "the end of the stream"),
            new Contract("java.nio.channels.ReadableByteChannel", "read", -1L, "the end of the stream"),
            new Contract("java.util.Iterator", "hasNext", false, "the end of the elements"),
            new Contract("java.util.Spliterator", "tryAdvance", false, "the end of the elements"));

    /**
     * A false end.
     *
     * @param outcome the path that leads to it
     * @param place the statement that returns, or the call that commits
     * @param meaning what the value that is returned says; null for a commit
     */
    public record FalseEnd(
            SignalFates signal,
            Outcome outcome,
            Span place,
            @Nullable String meaning) {}

    private FalseEnds() {}

    /** The false ends of a function, at most one for each handler. */
    public static List<FalseEnd> of(FunctionFates fates) {
        List<FalseEnd> found = new ArrayList<>(0);
        Contract contract = contract(fates.function());
        for (SignalFates signal : fates.signals()) {
            if (signal.start() == SignalFates.Start.HANDLER && isOwn(signal)) {
                end(fates, signal, contract).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The false end that follows on a signal, if there is one. */
    public static Optional<FalseEnd> of(FunctionFates fates, SignalFates signal) {
        return signal.start() == SignalFates.Start.HANDLER && isOwn(signal)
                ? end(fates, signal, contract(fates.function()))
                : Optional.empty();
    }

    private static boolean isOwn(SignalFates signal) {
        return switch (signal.signal()) {
            case INTERRUPT, CANCEL -> true;
            case OUTCOME, WAKEUP -> false;
        };
    }

    private static Optional<FalseEnd> end(FunctionFates fates, SignalFates signal, @Nullable Contract contract) {
        return Stream.concat(returns(signal, Fate.LOST), returns(signal, Fate.RESTORED))
                .map(outcome -> end(fates, signal, outcome, contract))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The paths on which the function returns as usual, with the signal lost, or its status set again. */
    private static Stream<Outcome> returns(SignalFates signal, Fate fate) {
        return signal.outcomes().stream()
                .filter(outcome -> outcome.fate() == fate
                        && (fate == Fate.LOST || outcome.restored())
                        && !outcome.looped()
                        && outcome.has(Event.Kind.RETURNED));
    }

    private static Optional<FalseEnd> end(
            FunctionFates fates, SignalFates signal, Outcome outcome, @Nullable Contract contract) {
        if (contract != null && contract.end().equals(outcome.constant())) {
            return Optional.of(new FalseEnd(signal, outcome, outcome.exit(), contract.meaning()));
        }
        return outcome.events().stream()
                .filter(event -> event.kind() == Event.Kind.COMMITTED
                        && !onlyPauses(signal)
                        && !isRuledOut(fates, signal, event))
                .findFirst()
                .map(commit -> new FalseEnd(signal, outcome, commit.span(), null));
    }

    /** Whether a local decides that the commit is not made, with the value that it has when the signal comes. */
    private static boolean isRuledOut(FunctionFates fates, SignalFates signal, Event commit) {
        LocalConstants constants = new LocalConstants(fates.function());
        for (Block block : fates.function().blocks()) {
            if (commit.op() instanceof Op.Call call && block.ops().contains(call)) {
                List<Answers.Answer> asked = Answers.leadingTo(block, fates.function());
                return !asked.isEmpty()
                        && asked.stream()
                                .allMatch(answer -> signal.deliveries().stream()
                                        .allMatch(delivery -> contradicts(answer, delivery, constants)));
            }
        }
        return false;
    }

    private static boolean contradicts(Answers.Answer answer, Delivery delivery, LocalConstants constants) {
        Op.Call call = delivery.call();
        Variable local =
                answer.test() instanceof Test.IsTrue test ? test.operand().variableOrNull() : null;
        return call != null
                && local != null
                && Boolean.valueOf(!answer.outcome()).equals(constants.at(call).get(local));
    }

    /** Whether all that was cut short is a pause: the work may well be complete. */
    private static boolean onlyPauses(SignalFates signal) {
        return signal.deliveries().stream().allMatch(delivery -> delivery.by().startsWith("sleep"));
    }

    private static @Nullable Contract contract(Function function) {
        for (MethodRef overridden : function.overrides()) {
            for (Contract contract : CONTRACTS) {
                if (contract.owner().equals(overridden.owner())
                        && contract.name().equals(overridden.name())) {
                    return contract;
                }
            }
        }
        return null;
    }

    /** Whether a call makes the work of a transaction last. */
    static boolean commits(Op.Call call, FunctionContext context) {
        return call.callee().name().equals("commit")
                && TRANSACTIONS.stream()
                        .anyMatch(type -> context.facts
                                .hierarchy()
                                .isSubtype(call.callee().receiverType(), type)
                                .isYes());
    }
}
