package dev.heed.verify.drive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which instructions of a method come behind which others. */
final class Flow {
    private final InsnList code;
    private final List<List<Integer>> next = new ArrayList<>();
    private final List<List<Integer>> previous = new ArrayList<>();

    Flow(MethodNode method) {
        this.code = method.instructions;
        for (int i = 0; i < code.size(); i++) {
            next.add(new ArrayList<>());
            previous.add(new ArrayList<>());
        }
        for (int i = 0; i < code.size(); i++) {
            successors(i);
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            for (int i = code.indexOf(block.start); i < code.indexOf(block.end); i++) {
                add(i, block.handler);
            }
        }
    }

    private void successors(int i) {
        AbstractInsnNode node = code.get(i);
        if (node instanceof JumpInsnNode jump) {
            add(i, jump.label);
        } else if (node instanceof TableSwitchInsnNode table) {
            table.labels.forEach(label -> add(i, label));
            add(i, table.dflt);
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.forEach(label -> add(i, label));
            add(i, lookup.dflt);
        }
        int opcode = node.getOpcode();
        boolean ends = opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH
                || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
        if (!ends && i + 1 < code.size()) {
            add(i, i + 1);
        }
    }

    private void add(int from, LabelNode to) {
        add(from, code.indexOf(to));
    }

    private void add(int from, int to) {
        next.get(from).add(to);
        previous.get(to).add(from);
    }

    /** From where one of these is reached, with themselves. */
    BitSet leadingTo(BitSet goals) {
        return closure(goals, previous, new BitSet());
    }

    /** What is reached from the start without passing one of these. */
    BitSet before(BitSet goals) {
        BitSet start = new BitSet();
        start.set(0);
        return closure(start, next, goals);
    }

    private static BitSet closure(BitSet start, List<List<Integer>> edges, BitSet ends) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        start.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int at = open.remove();
            if (!seen.get(at)) {
                seen.set(at);
                if (!ends.get(at)) {
                    open.addAll(edges.get(at));
                }
            }
        }
        return seen;
    }
}
