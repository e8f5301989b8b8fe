package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a promise goes in a function: to others, who may cancel it, or to its early end. */
final class PromiseUses {
    private static final Set<String> ENDS_EARLY = Set.of(
            "cancel", "completeExceptionally", "orTimeout", "setException", "tryFailure", "tryFail", "setFailure");

    private PromiseUses() {}

    /** The calls that a variable's promise is given to, also inside of a function that captures it. */
    static List<Op.Call> givenAway(Function function, Variable variable) {
        List<Op.Call> calls = new ArrayList<>();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && isGivenTo(call, operand -> is(operand, variable))) {
                    calls.add(call);
                }
            }
        }
        return calls;
    }

    private static boolean is(@Nullable Operand operand, Variable variable) {
        return operand != null && variable.equals(operand.variableOrNull());
    }

    /** Whether a function returns, stores, gives away, or ends early what a variable holds. */
    static boolean isShared(Function function, Variable variable, ProgramFacts facts) {
        return isShared(function, operand -> is(operand, variable), facts);
    }

    /** The same of what a field holds. */
    static boolean isShared(Function function, FieldRef field, ProgramFacts facts) {
        Definitions definitions = new Definitions(function);
        return isShared(
                function,
                operand -> operand != null
                        && definitions.single(operand) instanceof Op.FieldRead read
                        && read.field().toString().equals(field.toString()),
                facts);
    }

    private static boolean isShared(Function function, Predicate<@Nullable Operand> isPromise, ProgramFacts facts) {
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                boolean shares = false;
                if (op instanceof Op.FieldWrite write) {
                    shares = isPromise.test(write.value());
                } else if (op instanceof Op.ArrayWrite write) {
                    shares = isPromise.test(write.value());
                } else if (op instanceof Op.Call call) {
                    shares = (isPromise.test(call.receiver())
                                    && ENDS_EARLY.contains(call.callee().name()))
                            || (facts.model(call).log() == null
                                    && call.arguments().stream().anyMatch(isPromise));
                }
                if (shares) {
                    return true;
                }
            }
            if (block.terminator() instanceof Terminator.Return end && isPromise.test(end.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGivenTo(Op.Call call, Predicate<@Nullable Operand> isPromise) {
        return call.arguments().stream()
                        .anyMatch(argument -> isPromise.test(argument)
                                || (argument instanceof Operand.FunctionRef ref
                                        && ref.captured().stream().anyMatch(isPromise)))
                || call.captured().stream().anyMatch(isPromise);
    }
}
