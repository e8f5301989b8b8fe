package dev.heed.engine.ir;

import java.util.ArrayList;
import java.util.List;

/** Functions as graphs in the language of Graphviz: {@code heed scan --dump-ir M --dump-format dot | dot -Tsvg}. */
public final class IrDot {

    private IrDot() {}

    /** The function as a graph: solid edges are ways on, dashed ones are where exceptions go. */
    public static String of(Function function) {
        StringBuilder text = new StringBuilder();
        text.append("digraph ").append(quoted(function.ref().toString())).append(" {\n");
        text.append("  node [shape=box, fontname=\"monospace\", fontsize=10];\n");
        text.append("  edge [fontname=\"monospace\", fontsize=9];\n");
        text.append("  label=").append(quoted(function.ref().toString())).append(";\n");
        for (Block block : function.blocks()) {
            List<String> lines = new ArrayList<>();
            lines.add(block + (block.isLoopHead() ? " loop" : ""));
            lines.addAll(IrText.lines(block));
            text.append("  ")
                    .append(block)
                    .append(" [label=\"")
                    .append(String.join(
                            "\\l", lines.stream().map(IrDot::escaped).toList()))
                    .append("\\l\"];\n");
            ways(block, text);
            exceptions(block, text);
        }
        return text.append("}\n").toString();
    }

    private static void ways(Block block, StringBuilder text) {
        if (!block.isTerminated()) {
            return;
        }
        Terminator end = block.terminator();
        if (end instanceof Terminator.Branch branch) {
            edge(text, block, branch.ifTrue(), "true", "");
            edge(text, block, branch.ifFalse(), "false", "");
        } else if (end instanceof Terminator.Switch choice) {
            choice.cases().forEach(one -> edge(text, block, one.target(), IrText.label(one), ""));
            edge(text, block, choice.otherwise(), "else", "");
        } else {
            block.successors().forEach(next -> edge(text, block, next, "", ""));
        }
    }

    private static void exceptions(Block block, StringBuilder text) {
        boolean canThrow = block.ops().stream().anyMatch(Op.Call.class::isInstance)
                || (block.isTerminated() && block.terminator() instanceof Terminator.Throw);
        Handler handler = block.handler();
        if (canThrow && handler != null) {
            handler.clauses()
                    .forEach(clause -> edge(text, block, clause.target(), IrText.clause(clause), ", style=dashed"));
        }
    }

    private static void edge(StringBuilder text, Block from, Block to, String label, String style) {
        text.append("  ")
                .append(from)
                .append(" -> ")
                .append(to)
                .append(" [label=")
                .append(quoted(label))
                .append(style)
                .append("];\n");
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }
}
