package dev.heed.cli.build;

import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.RuleMetadata;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes out {@code metadata()} of rules: what their annotations say, as constants. Reading annotations, the JVM makes classes
 * for them, which no class archive keeps.
 */
final class RuleConstants extends ClassVisitor {
    private static final String METADATA = Type.getInternalName(RuleMetadata.class);

    /** The record and its copy, its components, and four for the making of a list. */
    private static final int STACK = 2 + RuleMetadata.class.getRecordComponents().length + 4;

    private static final String METHOD = "metadata";
    private static final String DESCRIPTOR = "()L" + METADATA + ";";

    private String name = "";
    private boolean isRule;
    private boolean isWritten;

    RuleConstants(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        isRule |= descriptor.equals(Type.getDescriptor(RuleInfo.class));
        return super.visitAnnotation(descriptor, visible);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        isWritten |= method.equals(METHOD) && descriptor.equals(DESCRIPTOR);
        return super.visitMethod(access, method, descriptor, signature, exceptions);
    }

    @Override
    public void visitEnd() {
        RuleMetadata metadata = isRule && !isWritten ? read() : null;
        if (metadata != null) {
            try {
                write(metadata);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the metadata of " + name + " cannot be written out", e);
            }
        }
        super.visitEnd();
    }

    private @Nullable RuleMetadata read() {
        try {
            return RuleMetadata.of(Class.forName(name.replace('/', '.'), false, RuleMetadata.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in the jar and not on the class path of the build", e);
        }
    }

    private void write(RuleMetadata metadata) throws ReflectiveOperationException {
        MethodVisitor code = cv.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, METHOD, DESCRIPTOR, null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, METADATA);
        code.visitInsn(Opcodes.DUP);
        StringBuilder parameters = new StringBuilder();
        for (RecordComponent component : RuleMetadata.class.getRecordComponents()) {
            parameters.append(Type.getDescriptor(component.getType()));
            push(code, component.getAccessor().invoke(metadata));
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, METADATA, "<init>", "(" + parameters + ")V", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(STACK, 1);
        code.visitEnd();
    }

    private static void push(MethodVisitor code, Object value) {
        if (value instanceof String text) {
            code.visitLdcInsn(text);
        } else if (value instanceof Boolean truth) {
            code.visitInsn(truth ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        } else if (value instanceof Enum<?> constant) {
            Class<?> type = constant.getDeclaringClass();
            code.visitFieldInsn(
                    Opcodes.GETSTATIC, Type.getInternalName(type), constant.name(), Type.getDescriptor(type));
        } else if (value instanceof Integer number) {
            code.visitLdcInsn(number);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
        } else if (value instanceof List<?> list) {
            code.visitIntInsn(Opcodes.SIPUSH, list.size());
            code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
            for (int i = 0; i < list.size(); i++) {
                code.visitInsn(Opcodes.DUP);
                code.visitIntInsn(Opcodes.SIPUSH, i);
                push(code, list.get(i));
                code.visitInsn(Opcodes.AASTORE);
            }
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/util/List", "of", "([Ljava/lang/Object;)Ljava/util/List;", true);
        } else {
            throw new IllegalArgumentException("no constant: " + value);
        }
    }
}
