package dev.heed.cli.build;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes out {@code equals} and {@code hashCode} of records, which javac leaves to {@code java.lang.runtime.ObjectMethods}:
 * chains of method handles that C1 does not compile into one piece. They answer the same, hash codes included.
 */
final class RecordMethods extends ClassVisitor {
    private static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";
    private String name = "";

    RecordMethods(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, exceptions)) {
            @Override
            public void visitInvokeDynamicInsn(String called, String factory, Handle bootstrap, Object... arguments) {
                boolean isWritten = bootstrap.getOwner().equals(BOOTSTRAP)
                        && (called.equals("equals") || called.equals("hashCode"));
                if (!isWritten) {
                    super.visitInvokeDynamicInsn(called, factory, bootstrap, arguments);
                    return;
                }
                // The record, and for equals the other one, are on the stack: a method of its own takes them from
                // there.
                String written = "written$" + called;
                super.visitMethodInsn(Opcodes.INVOKESTATIC, name, written, factory, false);
                List<Handle> fields = java.util.Arrays.stream(arguments)
                        .skip(2)
                        .map(Handle.class::cast)
                        .toList();
                if (called.equals("equals")) {
                    writeEquals(written, factory, fields);
                } else {
                    writeHashCode(written, factory, fields);
                }
            }
        };
    }

    private MethodVisitor begin(String method, String descriptor) {
        MethodVisitor code = cv.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private void writeHashCode(String method, String descriptor, List<Handle> fields) {
        MethodVisitor code = begin(method, descriptor);
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            load(code, 0, field);
            Type type = Type.getType(field.getDesc());
            if (type.getSort() < Type.ARRAY) {
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        Conversions.box(type),
                        "hashCode",
                        "(" + type.getDescriptor() + ")I",
                        false);
            } else {
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I", false);
            }
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(5, 1); // the sum, and a field of two slots behind it
        code.visitEnd();
    }

    private void writeEquals(String method, String descriptor, List<Handle> fields) {
        MethodVisitor code = begin(method, descriptor);
        Label differs = new Label();
        Label isAnother = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IF_ACMPNE, isAnother);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(isAnother);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, name);
        code.visitJumpInsn(Opcodes.IFEQ, differs);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, name);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        for (Handle field : fields) {
            load(code, 0, field);
            load(code, 2, field);
            jumpIfDifferent(code, Type.getType(field.getDesc()), differs);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(differs);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 3);
        code.visitEnd();
    }

    private void load(MethodVisitor code, int local, Handle field) {
        code.visitVarInsn(Opcodes.ALOAD, local);
        code.visitFieldInsn(Opcodes.GETFIELD, name, field.getName(), field.getDesc());
    }

    private static void jumpIfDifferent(MethodVisitor code, Type type, Label differs) {
        switch (type.getSort()) {
            case Type.LONG -> {
                code.visitInsn(Opcodes.LCMP);
                code.visitJumpInsn(Opcodes.IFNE, differs);
            }
            case Type.FLOAT, Type.DOUBLE -> {
                String pair = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversions.box(type), "compare", pair, false);
                code.visitJumpInsn(Opcodes.IFNE, differs);
            }
            case Type.ARRAY, Type.OBJECT -> {
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        "java/util/Objects",
                        "equals",
                        "(Ljava/lang/Object;Ljava/lang/Object;)Z",
                        false);
                code.visitJumpInsn(Opcodes.IFEQ, differs);
            }
            default -> code.visitJumpInsn(Opcodes.IF_ICMPNE, differs);
        }
    }
}
