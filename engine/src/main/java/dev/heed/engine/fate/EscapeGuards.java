package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.summary.Guard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which signals leave a function only where a boolean parameter has a certain value. */
final class EscapeGuards {
    /** Parameters that are tried: each costs two more flows. */
    private static final int MAX_PARAMETERS = 3;

    private EscapeGuards() {}

    /** The signals that may leave a function, each with the guard that is known of it. */
    static List<Delivery> of(FunctionContext context) {
        List<Delivery> found = context.flow.escapes();
        if (found.isEmpty()) {
            return found;
        }
        for (int parameter : asked(context)) {
            for (boolean value : new boolean[] {false, true}) {
                Guard given = new Guard(parameter, value);
                Set<String> left = new LinkedHashSet<>();
                context.flow.where(given).escapes().forEach(delivery -> left.add(delivery.type()));
                found = guarded(found, left, new Guard(parameter, !value));
            }
        }
        return found;
    }

    private static List<Delivery> guarded(List<Delivery> escapes, Set<String> left, Guard otherwise) {
        List<Delivery> result = new ArrayList<>(escapes.size());
        for (Delivery delivery : escapes) {
            boolean isGuarded =
                    !left.contains(delivery.type()) && delivery.traits().guard() == null;
            result.add(isGuarded ? delivery.with(delivery.traits().with(otherwise)) : delivery);
        }
        return result;
    }

    /** The boolean parameters, never assigned, that the function asks. */
    private static List<Integer> asked(FunctionContext context) {
        Function function = context.function;
        return function.blocks().stream()
                .map(Block::terminator)
                .map(end -> end instanceof Terminator.Branch branch && branch.test() instanceof Test.IsTrue test
                        ? test.operand().variableOrNull()
                        : null)
                .filter(Objects::nonNull)
                .filter(variable -> isFixed(variable, context))
                .map(variable -> function.parameters().indexOf(variable))
                .distinct()
                .limit(MAX_PARAMETERS)
                .toList();
    }

    private static boolean isFixed(Variable variable, FunctionContext context) {
        return variable.kind() == Variable.Kind.PARAMETER
                && context.function.parameters().contains(variable)
                && context.definitions.of(variable).isEmpty();
    }
}
