package dev.heed.verify.drive;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A call on the way to the wait that is not made: its answer is made up, as a mock's would be.
 *
 * @param className the class that it stands in, as {@code Class.getName} gives it
 * @param method the name of its method
 * @param line its line
 * @param called the name of what it calls
 */
record StandIn(String className, String method, int line, String called) {
    private static final String PROBES = "dev/heed/verify/probe/Probes";
    private static final String ANSWER = "(Ljava/lang/String;)Ljava/lang/Object;";
    /** Constructors leave an object that the code around expects; the status of a thread is what it is all about. */
    private static final Set<String> REAL =
            Set.of("<init>", "currentThread", "interrupt", "interrupted", "isInterrupted");

    /** Whether a call with this name can be left out. */
    static boolean canReplace(String called) {
        return !REAL.contains(called);
    }

    /** The class file without these calls. No branch comes or goes, so all frames stay. */
    static byte[] replace(Set<StandIn> standIns, String internalName, byte[] file) {
        String className = internalName.replace('/', '.');
        if (standIns.stream().noneMatch(one -> one.className().equals(className))) {
            return file;
        }
        ClassReader reader = new ClassReader(file);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        MethodVisitor to = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return new Replacement(to, standIns, className, name);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Of the calls of one method. */
    private static final class Replacement extends MethodVisitor {
        private final Set<StandIn> standIns;
        private final String className;
        private final String method;
        private int line;

        Replacement(MethodVisitor to, Set<StandIn> standIns, String className, String method) {
            super(Opcodes.ASM9, to);
            this.standIns = standIns;
            this.className = className;
            this.method = method;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
            super.visitLineNumber(number, start);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(PROBES)
                    || !canReplace(name)
                    || !standIns.contains(new StandIn(className, method, line, name))) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            Type[] arguments = Type.getArgumentTypes(descriptor);
            for (int i = arguments.length - 1; i >= 0; i--) {
                visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
            if (opcode != Opcodes.INVOKESTATIC) {
                visitInsn(Opcodes.POP);
            }
            Type result = Type.getReturnType(descriptor);
            if (result.getSort() != Type.VOID) {
                visitLdcInsn(owner + "." + name + descriptor);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "answer", ANSWER, false);
                StubClass.unbox(this, result);
            }
        }
    }
}
