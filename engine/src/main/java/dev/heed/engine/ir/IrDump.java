package dev.heed.engine.ir;

import dev.heed.engine.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Functions as text, to look at and to compare. The same function always gives the same text.
 *
 * <p>Each line of a block begins with the line of the source that it stands for. A variable whose name another one has too
 * is followed by {@code ~} and its id.
 */
public final class IrDump {
    private final Function function;
    private final Set<String> ambiguous = new HashSet<>();
    private final StringBuilder out = new StringBuilder();

    private IrDump(Function function) {
        this.function = function;
        Set<String> names = new HashSet<>();
        for (Variable variable : function.variables()) {
            if (!names.add(variable.name())) {
                ambiguous.add(variable.name());
            }
        }
    }

    /** The function as indented text, one operation a line. */
    public static String text(Function function) {
        return new IrDump(function).text();
    }

    /** The function as a graph in the language of Graphviz: solid edges for jumps, dashed ones for exceptions. */
    public static String graphviz(Function function) {
        return new IrDump(function).graph();
    }

    private String text() {
        head();
        for (Block block : function.blocks()) {
            out.append("  ").append(block).append(attributes(block)).append(":\n");
            for (Op op : block.ops()) {
                line(op.span(), text(op));
            }
            line(block.terminator().span(), text(block.terminator()));
        }
        return out.toString();
    }

    private void line(Span span, String text) {
        out.append(String.format("%6d  ", span.startLine())).append(text).append('\n');
    }

    private void head() {
        out.append(function.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        function.modifiers().stream()
                .sorted()
                .forEach(m -> out.append(' ').append(m.name().toLowerCase(java.util.Locale.ROOT)));
        out.append(' ').append(function.ref());
        out.append(" -> ").append(function.returnType());
        if (!function.declaredThrows().isEmpty()) {
            out.append(" throws ").append(String.join(", ", function.declaredThrows()));
        }
        out.append("  [").append(function.span()).append("]\n");
        if (function.enclosing() != null) {
            out.append("  in ").append(function.enclosing()).append('\n');
        }
        function.overrides().forEach(o -> out.append("  overrides ").append(o).append('\n'));
        String parameters = list(function.parameters());
        if (!parameters.isEmpty()) {
            out.append("  parameters ").append(parameters).append('\n');
        }
        String locals = list(function.variables().stream()
                .filter(v -> v.kind() != Variable.Kind.PARAMETER)
                .toList());
        if (!locals.isEmpty()) {
            out.append("  variables ").append(locals).append('\n');
        }
        if (!function.hasBody()) {
            out.append("  no body\n");
        }
    }

    private String list(List<Variable> variables) {
        return variables.stream()
                .map(v -> name(v) + ": " + v.type()
                        + switch (v.kind()) {
                            case CAPTURED -> " (captured)";
                            case CAUGHT -> " (caught)";
                            case PARAMETER, LOCAL, TEMPORARY -> "";
                        })
                .collect(Collectors.joining(", "));
    }

    private String name(Variable variable) {
        return ambiguous.contains(variable.name()) ? variable.name() + "~" + variable.id() : variable.name();
    }

    private String attributes(Block block) {
        StringBuilder text = new StringBuilder();
        if (block.isLoopHead()) {
            text.append(" loop [").append(block.loopSpan()).append(']');
        }
        for (Handler handler = block.handler(); handler != null; handler = handler.outer()) {
            text.append(" {");
            text.append(handler.clauses().stream().map(this::text).collect(Collectors.joining("; ")));
            text.append('}');
        }
        return text.toString();
    }

    private String text(Handler.Clause clause) {
        String kind = clause.kind().name().toLowerCase(java.util.Locale.ROOT);
        String types = clause.kind() == Handler.Kind.CATCH ? " " + String.join("|", clause.types()) : "";
        return kind + types + " -> " + clause.target();
    }

    private String text(Op op) {
        if (op instanceof Op.Call call) {
            return text(call);
        } else if (op instanceof Op.Assign assign) {
            return name(assign.target()) + " = " + text(assign.value());
        } else if (op instanceof Op.Compute compute) {
            return name(compute.target()) + " = " + compute.operator() + texts(compute.operands());
        } else if (op instanceof Op.FieldRead read) {
            return name(read.target()) + " = " + text(read.object(), read.field());
        } else if (op instanceof Op.FieldWrite write) {
            return text(write.object(), write.field()) + " = " + text(write.value());
        } else if (op instanceof Op.ArrayWrite write) {
            return text(write.array()) + "[] = " + text(write.value());
        } else if (op instanceof Op.CatchEntry entry) {
            return "caught " + name(entry.variable()) + " by " + text(entry.clause());
        } else if (op instanceof Op.MonitorEnter enter) {
            return "enter " + text(enter.monitor());
        } else {
            return "exit " + text(((Op.MonitorExit) op).monitor());
        }
    }

    private String text(Op.Call call) {
        StringBuilder text = new StringBuilder();
        if (call.result() != null) {
            text.append(name(call.result())).append(" = ");
        }
        text.append(
                switch (call.kind()) {
                    case METHOD -> "call ";
                    case NEW -> "new ";
                    case CONSTRUCTOR_CHAIN -> "chain ";
                    case IMPLICIT_CLOSE -> "close ";
                    case IMPLICIT_SUPPRESS -> "suppress ";
                });
        if (call.receiver() != null) {
            text.append(text(call.receiver())).append(" . ");
        }
        Callee callee = call.callee();
        text.append(
                callee.candidates().isEmpty()
                        ? callee.receiverType() + "#" + callee.name()
                        : callee.candidates().get(0));
        text.append(texts(call.arguments()));
        if (!call.captured().isEmpty()) {
            text.append(" captures ").append(texts(call.captured()));
        }
        if (!callee.declaredThrows().isEmpty()) {
            text.append(" throws ").append(String.join(", ", callee.declaredThrows()));
        }
        if (!callee.isResolved()) {
            text.append(' ').append(callee.confidence().name().toLowerCase(java.util.Locale.ROOT));
        }
        return text.append(call.isStatement() ? " ;" : "").toString();
    }

    private String text(@Nullable Operand object, FieldRef field) {
        return object == null ? field.toString() : text(object) + "." + field.name();
    }

    private String texts(List<Operand> operands) {
        return operands.stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String text(@Nullable Operand operand) {
        if (operand == null) {
            return "nothing";
        } else if (operand instanceof Operand.Local local) {
            return name(local.variable());
        } else if (operand instanceof Operand.FunctionRef ref) {
            String bound = ref.captured().isEmpty() ? "" : texts(ref.captured());
            return "&" + ref.target() + bound + " as " + ref.functionalInterface();
        } else if (operand instanceof Operand.Constant constant && constant.value() instanceof Character c) {
            return "'" + c + "'";
        } else if (operand instanceof Operand.This self) {
            return self.type().equals(function.ref().owner()) ? "this" : self.type() + ".this";
        }
        return operand.toString();
    }

    private String text(Terminator end) {
        if (end instanceof Terminator.Goto go) {
            String jump = go.jump() == Terminator.Jump.FALL_THROUGH
                    ? ""
                    : " (" + go.jump().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ")";
            return "goto " + go.target() + jump;
        } else if (end instanceof Terminator.Branch branch) {
            return "if " + text(branch.test()) + " then " + branch.ifTrue() + " else " + branch.ifFalse();
        } else if (end instanceof Terminator.Switch choice) {
            return "switch " + text(choice.selector())
                    + choice.cases().stream().map(this::text).collect(Collectors.joining()) + " else "
                    + choice.otherwise();
        } else if (end instanceof Terminator.Return result) {
            return result.value() == null ? "return" : "return " + text(result.value());
        } else if (end instanceof Terminator.Throw thrown) {
            return (thrown.isImplicit() ? "rethrow " : "throw ") + text(thrown.value());
        }
        return "unreachable";
    }

    private String text(Terminator.Case choice) {
        String labels = choice.patternType() != null
                ? "is " + choice.patternType()
                : choice.labels().stream().map(String::valueOf).collect(Collectors.joining(","));
        return " [" + labels + " -> " + choice.target() + "]";
    }

    private String text(Test test) {
        if (test instanceof Test.InstanceOf is) {
            return text(is.operand()) + " instanceof " + is.type();
        } else if (test instanceof Test.IsTrue is) {
            return text(is.operand());
        } else if (test instanceof Test.IsNull is) {
            return text(is.operand()) + " is null";
        } else if (test instanceof Test.Compare compare) {
            return text(compare.left()) + " " + compare.operator() + " " + text(compare.right());
        }
        Operand about = ((Test.Opaque) test).operand();
        return about == null ? "anything" : "anything of " + text(about);
    }

    private String graph() {
        out.append("digraph \"").append(escape(function.ref().toString())).append("\" {\n");
        out.append("  node [shape=box, fontname=monospace];\n");
        for (Block block : function.blocks()) {
            StringBuilder label = new StringBuilder(block.toString());
            label.append(block.isLoopHead() ? " loop\\l" : "\\l");
            block.ops()
                    .forEach(op -> label.append(escape(op.span().startLine() + "  " + text(op)))
                            .append("\\l"));
            Terminator end = block.terminator();
            label.append(escape(end.span().startLine() + "  " + text(end))).append("\\l");
            out.append("  ").append(block).append(" [label=\"").append(label).append("\"];\n");
            edges(block);
        }
        return out.append("}\n").toString();
    }

    private void edges(Block block) {
        List<Block> successors = block.successors();
        boolean isBranch = block.terminator() instanceof Terminator.Branch;
        for (int i = 0; i < successors.size(); i++) {
            String label = isBranch ? " [label=\"" + (i == 0 ? "true" : "false") + "\"]" : "";
            out.append("  ")
                    .append(block)
                    .append(" -> ")
                    .append(successors.get(i))
                    .append(label)
                    .append(";\n");
        }
        boolean mayThrow = block.terminator() instanceof Terminator.Throw
                || block.ops().stream().anyMatch(Op.Call.class::isInstance);
        if (mayThrow) {
            for (Handler handler = block.handler(); handler != null; handler = handler.outer()) {
                for (Handler.Clause clause : handler.clauses()) {
                    out.append("  ").append(block).append(" -> ").append(clause.target());
                    out.append(" [style=dashed, label=\"");
                    out.append(escape(
                            clause.kind() == Handler.Kind.CATCH
                                    ? String.join("|", clause.types())
                                    : clause.kind().name().toLowerCase(java.util.Locale.ROOT)));
                    out.append("\"];\n");
                }
            }
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
