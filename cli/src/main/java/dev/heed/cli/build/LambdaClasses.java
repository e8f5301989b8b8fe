package dev.heed.cli.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives the lambdas and method references of a class a class each, as if they had been written as nested classes. The JVM
 * makes those itself otherwise, when a place is first come to: that costs about as much as loading a class and linking a
 * method handle, and where values are captured C1 compiles each evaluation to a call into the JVM
 * ({@code Unsafe.allocateInstance}, which only C2 knows).
 *
 * <p>Left as they are: those that are serializable or have more than one interface ({@code altMetafactory}), and calls of a
 * superclass's methods.
 */
final class LambdaClasses extends ClassVisitor {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String INSTANCE = "INSTANCE";
    private static final String MAKE = "make";

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private String name = "";
    private String host = "";
    private boolean isInterface;

    /**
     * A visitor of one class.
     *
     * @param next gets the class without them
     */
    LambdaClasses(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The classes made so far, by their internal names. They belong to the nest of {@link #host}. */
    Map<String, byte[]> made() {
        return made;
    }

    /** The class that must name the made ones as members of its nest. */
    String host() {
        return host;
    }

    /** Of version 17 at least: older ones know no nests, and the lambda's code is a private method. */
    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        host = name;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(Math.max(version, Opcodes.V17), access, name, signature, superName, interfaces);
    }

    @Override
    public void visitNestHost(String nestHost) {
        host = nestHost;
        super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, exceptions)) {
            @Override
            public void visitInvokeDynamicInsn(String called, String factory, Handle bootstrap, Object... arguments) {
                String lambda = bootstrap.getOwner().equals(FACTORY)
                                && bootstrap.getName().equals("metafactory")
                                && isCallable((Handle) arguments[1])
                        ? lambda(called, factory, (Type) arguments[0], (Handle) arguments[1], (Type) arguments[2])
                        : null;
                if (lambda == null) {
                    super.visitInvokeDynamicInsn(called, factory, bootstrap, arguments);
                } else if (Type.getArgumentCount(factory) == 0) {
                    super.visitFieldInsn(Opcodes.GETSTATIC, lambda, INSTANCE, "L" + lambda + ";");
                } else {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, MAKE, factory, false);
                }
            }
        };
    }

    /** Whether another class of the nest can call it and means the same: not so for a superclass's method. */
    private boolean isCallable(Handle code) {
        return code.getTag() != Opcodes.H_INVOKESPECIAL || code.getOwner().equals(name);
    }

    /**
     * Makes a class.
     *
     * @param factory from what is captured to the interface
     * @param erased the type of the interface's method as it is called
     * @param exact its type at this place
     */
    private String lambda(String method, String factory, Type erased, Handle code, Type exact) {
        String lambda = name + "$$" + (made.size() + 1);
        Type itself = Type.getObjectType(lambda);
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                lambda,
                null,
                "java/lang/Object",
                new String[] {Type.getReturnType(factory).getInternalName()});
        type.visitNestHost(host);
        Type[] captured = Type.getArgumentTypes(factory);
        for (int i = 0; i < captured.length; i++) {
            type.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null);
        }
        constructor(type, lambda, captured);
        if (captured.length == 0) {
            instance(type, itself);
        } else {
            make(type, itself, factory, captured);
        }
        MethodVisitor body = type.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
        body.visitCode();
        call(body, lambda, captured, erased, code, exact);
        end(body);
        type.visitEnd();
        made.put(lambda, type.toByteArray());
        return lambda;
    }

    private static String field(int i) {
        return "captured" + i;
    }

    private static void constructor(ClassWriter type, String lambda, Type[] captured) {
        MethodVisitor code = type.visitMethod(
                Opcodes.ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int local = 1;
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
            code.visitFieldInsn(Opcodes.PUTFIELD, lambda, field(i), captured[i].getDescriptor());
            local += captured[i].getSize();
        }
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    /** What captures nothing is one object, as the JVM's own are. */
    private static void instance(ClassWriter type, Type itself) {
        type.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, itself.getDescriptor(), null, null);
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, itself.getInternalName());
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, itself.getInternalName(), "<init>", "()V", false);
        code.visitFieldInsn(Opcodes.PUTSTATIC, itself.getInternalName(), INSTANCE, itself.getDescriptor());
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private static void make(ClassWriter type, Type itself, String factory, Type[] captured) {
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, MAKE, factory, null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, itself.getInternalName());
        code.visitInsn(Opcodes.DUP);
        int local = 0;
        for (Type value : captured) {
            code.visitVarInsn(value.getOpcode(Opcodes.ILOAD), local);
            local += value.getSize();
        }
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                itself.getInternalName(),
                "<init>",
                Type.getMethodDescriptor(Type.VOID_TYPE, captured),
                false);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0); // computed
        code.visitEnd();
    }

    /** Calls the lambda's code: first with what is captured, then with the arguments. */
    private void call(MethodVisitor body, String lambda, Type[] captured, Type erased, Handle code, Type exact) {
        boolean isNew = code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        boolean hasReceiver = !isNew && code.getTag() != Opcodes.H_INVOKESTATIC;
        if (isNew) {
            body.visitTypeInsn(Opcodes.NEW, code.getOwner());
            body.visitInsn(Opcodes.DUP);
        }
        Type[] wanted = Type.getArgumentTypes(code.getDesc());
        int next = hasReceiver ? -1 : 0;
        for (int i = 0; i < captured.length; i++) {
            body.visitVarInsn(Opcodes.ALOAD, 0);
            body.visitFieldInsn(Opcodes.GETFIELD, lambda, field(i), captured[i].getDescriptor());
            Conversions.convert(body, captured[i], next < 0 ? null : wanted[next]);
            next++;
        }
        Type[] given = erased.getArgumentTypes();
        Type[] known = exact.getArgumentTypes();
        int local = 1;
        for (int i = 0; i < given.length; i++) {
            body.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
            local += given[i].getSize();
            Conversions.cast(body, given[i], known[i]);
            @Nullable Type target = next < 0 ? Type.getObjectType(code.getOwner()) : wanted[next];
            Conversions.convert(body, known[i], target);
            next++;
        }
        body.visitMethodInsn(opcode(code), code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
        Type result = isNew ? Type.getObjectType(code.getOwner()) : Type.getReturnType(code.getDesc());
        Type returned = erased.getReturnType();
        if (returned.equals(Type.VOID_TYPE)) {
            if (!result.equals(Type.VOID_TYPE)) {
                body.visitInsn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
        } else {
            Conversions.convert(body, result, exact.getReturnType());
            Conversions.convert(body, exact.getReturnType(), returned);
        }
        body.visitInsn(returned.getOpcode(Opcodes.IRETURN));
    }

    private int opcode(Handle code) {
        return switch (code.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKESPECIAL -> isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            default -> throw new IllegalStateException("no method: " + code);
        };
    }
}
