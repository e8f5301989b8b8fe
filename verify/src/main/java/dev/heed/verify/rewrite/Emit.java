package dev.heed.verify.rewrite;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The few instructions that probes are made of. */
final class Emit {
    private static final String PROBES = "dev/heed/verify/probe/Probes";
    private static final int LARGEST_CONSTANT = 5;

    private Emit() {}

    static void probe(InsnList to, String name, String descriptor) {
        to.add(new MethodInsnNode(Opcodes.INVOKESTATIC, PROBES, name, descriptor, false));
    }

    static void site(InsnList to, int number) {
        to.add(constant(number));
    }

    static AbstractInsnNode constant(int value) {
        if (value >= 0 && value <= LARGEST_CONSTANT) {
            return new InsnNode(Opcodes.ICONST_0 + value);
        }
        if (value >= 0 && value <= Short.MAX_VALUE) {
            return new IntInsnNode(Opcodes.SIPUSH, value);
        }
        return new LdcInsnNode(value);
    }
}
