package dev.heed.verify.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds the instructions that make the operands of another one, as far as they stand in one line as compilers write them. */
final class Expressions {
    private final MethodNode method;

    Expressions(MethodNode method) {
        this.method = method;
    }

    /** The instructions that push the operands of this one, in order; empty if they cannot be told. */
    List<AbstractInsnNode> operands(AbstractInsnNode of) {
        int count = pops(of);
        List<AbstractInsnNode> operands = new ArrayList<>();
        AbstractInsnNode last = of;
        for (int i = 0; i < count; i++) {
            AbstractInsnNode operand = before(last);
            if (operand == null || start(operand) == null) {
                return List.of();
            }
            operands.add(0, operand);
            AbstractInsnNode start = start(operand);
            last = start == null ? operand : start;
        }
        return operands;
    }

    /** The first instruction of the expression that ends here; null if it cannot be told. */
    private @Nullable AbstractInsnNode start(AbstractInsnNode end) {
        AbstractInsnNode first = end;
        boolean isMade = end instanceof MethodInsnNode call && call.name.equals("<init>");
        int count = isMade ? Type.getArgumentTypes(((MethodInsnNode) end).desc).length : pops(end);
        if (count < 0) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            AbstractInsnNode operand = before(first);
            AbstractInsnNode start = operand == null ? null : start(operand);
            if (start == null) {
                return null;
            }
            first = start;
        }
        return isMade ? made(first) : first;
    }

    /** The {@code new} before the arguments of a constructor; null where this is one that a constructor calls. */
    private static @Nullable AbstractInsnNode made(AbstractInsnNode firstArgument) {
        AbstractInsnNode copied = before(firstArgument);
        AbstractInsnNode made = copied == null || copied.getOpcode() != Opcodes.DUP ? null : before(copied);
        return made != null && made.getOpcode() == Opcodes.NEW ? made : null;
    }

    private static @Nullable AbstractInsnNode before(AbstractInsnNode node) {
        AbstractInsnNode previous = node.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            previous = previous.getPrevious();
        }
        return previous;
    }

    /** How many operands an instruction takes that leaves one value, or is a branch; -1 for others. */
    private static int pops(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        if (node instanceof MethodInsnNode call) {
            int arguments = Type.getArgumentTypes(call.desc).length;
            boolean isConstructor = call.name.equals("<init>");
            return isConstructor ? -1 : arguments + (opcode == Opcodes.INVOKESTATIC ? 0 : 1);
        }
        if (node instanceof FieldInsnNode) {
            return opcode == Opcodes.GETSTATIC ? 0 : opcode == Opcodes.GETFIELD ? 1 : -1;
        }
        if (node instanceof VarInsnNode) {
            return opcode <= Opcodes.ALOAD ? 0 : -1;
        }
        if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.LDC) {
            return 0;
        }
        return switch (opcode) {
            case Opcodes.CHECKCAST, Opcodes.INSTANCEOF, Opcodes.ARRAYLENGTH, Opcodes.I2L, Opcodes.L2I -> 1;
            case Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE -> 1;
            case Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> 1;
            case Opcodes.IRETURN, Opcodes.LRETURN, Opcodes.ARETURN -> 1;
            case Opcodes.ISTORE, Opcodes.LSTORE, Opcodes.ASTORE -> 1;
            case Opcodes.LCMP, Opcodes.IADD, Opcodes.LADD, Opcodes.ISUB, Opcodes.LSUB, Opcodes.AALOAD -> 2;
            default -> opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? 2 : -1;
        };
    }

    /** The value of a local variable that is written once; empty for others, and for parameters. */
    Optional<AbstractInsnNode> written(VarInsnNode load) {
        AbstractInsnNode store = null;
        for (AbstractInsnNode node : method.instructions) {
            boolean isStore = node instanceof VarInsnNode
                    && node.getOpcode() >= Opcodes.ISTORE
                    && node.getOpcode() <= Opcodes.ASTORE;
            if (isStore && ((VarInsnNode) node).var == load.var) {
                if (store != null) {
                    return Optional.empty();
                }
                store = node;
            }
        }
        AbstractInsnNode value = store == null ? null : before(store);
        return value == null || start(value) == null ? Optional.empty() : Optional.of(value);
    }

    /** Which parameter a variable is that is never written, from 0; -1 for others. */
    int parameter(VarInsnNode load) {
        int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        Type[] types = Type.getArgumentTypes(method.desc);
        for (int i = 0; i < types.length; i++) {
            if (slot == load.var) {
                return i;
            }
            slot += types[i].getSize();
        }
        return -1;
    }

    /** The number that an instruction pushes. */
    static Optional<Long> number(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        if (node instanceof IntInsnNode constant && opcode != Opcodes.NEWARRAY) {
            return Optional.of((long) constant.operand);
        }
        if (node instanceof LdcInsnNode constant && constant.cst instanceof Number number) {
            return Optional.of(number.longValue());
        }
        if (node instanceof InsnNode && opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Optional.of((long) opcode - Opcodes.ICONST_0);
        }
        return opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1
                ? Optional.of((long) opcode - Opcodes.LCONST_0)
                : Optional.empty();
    }
}
