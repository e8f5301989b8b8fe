package dev.heed.rules.support;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import java.util.List;

/** The constant words in what code says: in log messages and in messages of exceptions. */
public final class SpokenText {
    private static final int MAX_DEPTH = 6;

    private SpokenText() {}

    /** The string constants among the arguments of a call, also in concatenations and format calls; with blanks between. */
    public static String of(Op.Call call, Definitions definitions) {
        StringBuilder text = new StringBuilder();
        collect(call.arguments(), definitions, text, 0);
        return text.toString();
    }

    private static void collect(List<Operand> operands, Definitions definitions, StringBuilder text, int depth) {
        for (Operand operand : operands) {
            if (operand instanceof Operand.Constant constant) {
                if (constant.value() instanceof String string) {
                    text.append(string).append(' ');
                }
                continue;
            }
            if (depth > MAX_DEPTH) {
                return;
            }
            Op op = definitions.single(operand);
            if (op instanceof Op.Compute compute && compute.operator().equals("concat")) {
                collect(compute.operands(), definitions, text, depth + 1);
            } else if (op instanceof Op.Assign assign) {
                collect(List.of(assign.value()), definitions, text, depth + 1);
            } else if (op instanceof Op.Call call
                    && (call.callee().name().equals("format")
                            || call.callee().name().equals("formatted"))) {
                if (call.receiver() != null) {
                    collect(List.of(call.receiver()), definitions, text, depth + 1);
                }
                collect(call.arguments(), definitions, text, depth + 1);
            }
        }
    }
}
