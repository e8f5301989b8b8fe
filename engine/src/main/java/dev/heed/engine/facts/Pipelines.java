package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chains of operators by which a function puts reactive pipelines together. Made for one function. */
public final class Pipelines {
    private static final int MAX_LENGTH = 256;

    /** Operators that wait for the pipeline's end in the calling thread, or set it going: nobody downstream cancels it. */
    private static final Set<String> ENDS = Set.of(
            "block",
            "blockFirst",
            "blockLast",
            "blockOptional",
            "blockingGet",
            "blockingAwait",
            "blockingFirst",
            "blockingLast",
            "blockingSubscribe",
            "await",
            "subscribe",
            "subscribeWith");

    /** The library that a pipeline belongs to. */
    public enum Library {
        REACTOR("reactor.core.publisher."),
        RXJAVA("io.reactivex."),
        MUTINY("io.smallrye.mutiny.");

        private final String prefix;

        Library(String prefix) {
            this.prefix = prefix;
        }

        static Optional<Library> of(String type) {
            for (Library library : values()) {
                if (type.startsWith(library.prefix)) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        }
    }

    private final ProgramFacts facts;
    private final Function function;
    private final Definitions definitions;

    public Pipelines(ProgramFacts facts, Function function, Definitions definitions) {
        this.facts = facts;
        this.function = function;
        this.definitions = definitions;
    }

    /** All calls of the chain that a call belongs to, from its source to its end. */
    public List<Op.Call> chain(Op.Call call) {
        List<Op.Call> chain = new ArrayList<>();
        for (Op.Call up = call; up != null && chain.size() < MAX_LENGTH; up = before(up)) {
            chain.add(0, up);
        }
        for (Op.Call down = behind(call); down != null && chain.size() < MAX_LENGTH; down = behind(down)) {
            chain.add(down);
        }
        return chain;
    }

    /** The call on whose result a call is made, or null. */
    public Op.@Nullable Call before(Op.Call call) {
        return call.receiver() != null && definitions.single(call.receiver()) instanceof Op.Call up ? up : null;
    }

    private Op.@Nullable Call behind(Op.Call call) {
        if (call.result() == null) {
            return null;
        }
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call down
                        && down != call
                        && down.receiver() != null
                        && definitions.single(down.receiver()) == call) {
                    return down;
                }
            }
        }
        return null;
    }

    /** The library of a chain, by the types that are known in it, or by what the function returns. */
    public Optional<Library> library(List<Op.Call> chain) {
        for (Op.Call call : chain) {
            Optional<Library> byType = Library.of(call.callee().receiverType());
            if (byType.isEmpty() && call.receiver() != null) {
                byType = Library.of(call.receiver().type());
            }
            if (byType.isEmpty()) {
                byType = Library.of(call.callee().returnType());
            }
            if (byType.isPresent()) {
                return byType;
            }
        }
        return Library.of(function.returnType());
    }

    /** Whether a hook in the chain runs on a cancel, too. */
    public boolean heedsCancel(List<Op.Call> chain) {
        return chain.stream()
                .anyMatch(call -> Boolean.TRUE.equals(facts.model(call).runsOnCancel()));
    }

    /** Whether the chain is run to its end where it is made. */
    public boolean isRunHere(List<Op.Call> chain) {
        return chain.stream().anyMatch(call -> ENDS.contains(call.callee().name()));
    }

    /** What an argument that is a function does: the lambda's body, or null for a reference to a method elsewhere. */
    public @Nullable Function body(Operand argument) {
        return argument instanceof Operand.FunctionRef reference ? facts.function(reference.target()) : null;
    }

    /** Whether a function never reads its parameters. */
    public static boolean ignoresParameters(Function body) {
        for (Block block : body.blocks()) {
            for (Op op : block.ops()) {
                if (readsParameter(Operands.readBy(op), body)) {
                    return false;
                }
            }
            if (readsParameter(Operands.readBy(block.terminator()), body)) {
                return false;
            }
        }
        return true;
    }

    private static boolean readsParameter(List<Operand> read, Function body) {
        for (Operand operand : read) {
            Variable variable = operand.variableOrNull();
            if (variable != null && body.parameters().contains(variable)) {
                return true;
            }
        }
        return false;
    }
}
