package dev.heed.engine.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions as text, to look at and to compare in tests. */
public final class IrText {

    private IrText() {}

    /** The whole function: a line for its head, then its blocks with their operations, ways on, and handlers. */
    public static String of(Function function) {
        StringBuilder text = new StringBuilder();
        text.append(function.kind()).append(' ').append(function.ref());
        if (!function.declaredThrows().isEmpty()) {
            text.append(" throws ").append(String.join(", ", function.declaredThrows()));
        }
        text.append("  // ")
                .append(function.file().path())
                .append(':')
                .append(function.span())
                .append('\n');
        Map<Handler, String> handlers = handlers(function);
        for (Block block : function.blocks()) {
            text.append(head(block, handlers)).append('\n');
            for (String line : lines(block)) {
                text.append("    ").append(line).append('\n');
            }
        }
        handlers.forEach((handler, name) -> text.append(name)
                .append(": ")
                .append(handler(handler, handlers))
                .append('\n'));
        return text.toString();
    }

    /** {@code B3 loop [H0]}. */
    private static String head(Block block, Map<Handler, String> handlers) {
        Handler handler = block.handler();
        return block
                + (block.isLoopHead() ? " loop" : "")
                + (handler == null ? "" : " [" + handlers.get(handler) + "]");
    }

    /** The operations of a block and its way on, one line each. */
    static List<String> lines(Block block) {
        List<String> lines = new ArrayList<>();
        for (Op op : block.ops()) {
            lines.add(op(op) + "  // " + op.span());
        }
        if (block.isTerminated()) {
            lines.add(terminator(block.terminator()) + "  // "
                    + block.terminator().span());
        }
        return lines;
    }

    /** The chains of handlers of a function, the outer ones too, named in the order in which blocks use them. */
    private static Map<Handler, String> handlers(Function function) {
        Map<Handler, String> names = new LinkedHashMap<>();
        for (Block block : function.blocks()) {
            for (Handler h = block.handler(); h != null; h = h.outer()) {
                names.putIfAbsent(h, "H" + names.size());
            }
        }
        return names;
    }

    private static String handler(Handler handler, Map<Handler, String> names) {
        List<String> clauses = new ArrayList<>();
        for (Handler.Clause clause : handler.clauses()) {
            clauses.add(clause(clause) + " -> " + clause.target());
        }
        Handler outer = handler.outer();
        return String.join("; ", clauses) + (outer == null ? "" : "; else " + names.get(outer));
    }

    /** {@code catch java.io.IOException | java.lang.InterruptedException}. */
    static String clause(Handler.Clause clause) {
        return switch (clause.kind()) {
            case CATCH -> "catch " + String.join(" | ", clause.types());
            case FINALLY -> "finally";
            case MONITOR -> "monitor";
            case RESOURCE -> "resource";
        };
    }

    private static String op(Op op) {
        if (op instanceof Op.Call call) {
            return call(call);
        } else if (op instanceof Op.Assign assign) {
            return assign.target() + " = " + assign.value();
        } else if (op instanceof Op.Compute compute) {
            return compute.target() + " = " + compute.operator() + operands(compute.operands());
        } else if (op instanceof Op.FieldRead read) {
            return read.target() + " = " + field(read.object(), read.field());
        } else if (op instanceof Op.FieldWrite write) {
            return field(write.object(), write.field()) + " = " + write.value();
        } else if (op instanceof Op.ArrayWrite write) {
            return write.array() + "[] = " + write.value();
        } else if (op instanceof Op.CatchEntry entry) {
            return clause(entry.clause()) + " " + entry.variable();
        } else if (op instanceof Op.MonitorEnter enter) {
            return "enter " + enter.monitor();
        } else if (op instanceof Op.MonitorExit exit) {
            return "exit " + exit.monitor();
        }
        throw new IllegalArgumentException("unknown operation " + op);
    }

    private static String call(Op.Call call) {
        Callee callee = call.callee();
        String target = callee.candidates().isEmpty()
                ? callee.receiverType() + "#" + callee.name()
                : callee.candidates().get(0).owner() + "#" + callee.name();
        String kind = switch (call.kind()) {
            case METHOD -> callee.isStatic() ? "static " : "";
            case NEW -> "new ";
            case CONSTRUCTOR_CHAIN -> "chain ";
            case IMPLICIT_CLOSE -> "close ";
            case IMPLICIT_SUPPRESS -> "suppress ";
        };
        return (call.result() == null ? "" : call.result() + " = ")
                + kind
                + target
                + operands(call.arguments())
                + (call.receiver() == null ? "" : " on " + call.receiver())
                + (call.captured().isEmpty() ? "" : " captures " + operands(call.captured()))
                + (callee.declaredThrows().isEmpty() ? "" : " throws " + String.join(", ", callee.declaredThrows()))
                + (callee.isResolved() ? "" : " ~" + callee.confidence());
    }

    private static String field(@Nullable Operand object, FieldRef field) {
        return object == null ? field.toString() : object + "." + field.name();
    }

    private static String operands(List<Operand> operands) {
        List<String> texts = new ArrayList<>();
        operands.forEach(operand -> texts.add(operand.toString()));
        return "(" + String.join(", ", texts) + ")";
    }

    /** What a terminator does. */
    static String terminator(Terminator end) {
        if (end instanceof Terminator.Goto go) {
            return "goto " + go.target() + (go.jump() == Terminator.Jump.FALL_THROUGH ? "" : " (" + go.jump() + ")");
        } else if (end instanceof Terminator.Branch branch) {
            return "if " + test(branch.test()) + " then " + branch.ifTrue() + " else " + branch.ifFalse();
        } else if (end instanceof Terminator.Switch choice) {
            List<String> cases = new ArrayList<>();
            choice.cases().forEach(one -> cases.add(label(one) + " -> " + one.target()));
            cases.add("else -> " + choice.otherwise());
            return "switch " + choice.selector() + ": " + String.join("; ", cases);
        } else if (end instanceof Terminator.Return back) {
            return back.value() == null ? "return" : "return " + back.value();
        } else if (end instanceof Terminator.Throw thrown) {
            return (thrown.isImplicit() ? "rethrow " : "throw ") + thrown.value();
        }
        return "unreachable";
    }

    /** The labels of a switch's case. */
    static String label(Terminator.Case one) {
        String pattern = one.patternType();
        if (pattern != null) {
            return "case " + pattern;
        }
        List<String> labels = new ArrayList<>();
        one.labels().forEach(label -> labels.add(String.valueOf(label)));
        return labels.isEmpty() ? "default" : "case " + String.join(", ", labels);
    }

    /** What a branch asks. */
    static String test(Test test) {
        if (test instanceof Test.InstanceOf instance) {
            return instance.operand() + " instanceof " + instance.type();
        } else if (test instanceof Test.IsTrue isTrue) {
            return isTrue.operand().toString();
        } else if (test instanceof Test.IsNull isNull) {
            return isNull.operand() + " == null";
        } else if (test instanceof Test.Compare compare) {
            return compare.left() + " " + compare.operator() + " " + compare.right();
        } else if (test instanceof Test.Opaque opaque) {
            return opaque.operand() == null ? "?" : "? " + opaque.operand();
        }
        throw new IllegalArgumentException("unknown test " + test);
    }
}
