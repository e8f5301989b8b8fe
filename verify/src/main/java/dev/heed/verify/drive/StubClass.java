package dev.heed.verify.drive;

import dev.heed.verify.drive.stub.Stubs;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A generated subclass of an abstract class: its constructors pass their arguments on, its methods ask an {@link InvocationHandler},
 * as those of a proxy do. No method branches, so none needs a stack frame.
 */
final class StubClass {
    static final String HANDLER = "heed$handler";

    private static final String SUFFIX = Stubs.SUFFIX;
    private static final String HANDLER_TYPE = "Ljava/lang/reflect/InvocationHandler;";
    private static final String CALLS = "dev/heed/verify/drive/stub/StubCalls";
    private static final String CALL = "(" + HANDLER_TYPE + "Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;"
            + "Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/Object;";

    private final Class<?> type;
    private final String name;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private StubClass(Class<?> type) {
        this.type = type;
        this.name = Type.getInternalName(type) + SUFFIX;
    }

    /** The subclass, made when it is first asked for. */
    static Class<?> of(Class<?> type) throws UnmakeableException {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || Modifier.isFinal(type.getModifiers()) || type.isSealed()) {
            throw new UnmakeableException(type.getName() + " is abstract, and cannot be extended");
        }
        try {
            return Class.forName(type.getName() + SUFFIX, true, loader);
        } catch (ClassNotFoundException e) {
            return define(type);
        }
    }

    private static Class<?> define(Class<?> type) throws UnmakeableException {
        byte[] file = new StubClass(type).write();
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup()).defineClass(file);
        } catch (IllegalAccessException | LinkageError e) {
            throw new UnmakeableException(type.getName() + " is abstract, and cannot be extended: " + e, e);
        }
    }

    private byte[] write() {
        writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, name, null, Type.getInternalName(type), null);
        writer.visitField(Opcodes.ACC_PUBLIC, HANDLER, HANDLER_TYPE, null, null).visitEnd();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!Modifier.isPrivate(constructor.getModifiers())) {
                constructor(constructor);
            }
        }
        abstractMethods(type).values().forEach(this::method);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void constructor(Constructor<?> constructor) {
        String descriptor = Type.getConstructorDescriptor(constructor);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        int slot = 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, Type.getInternalName(type), "<init>", descriptor, false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void method(Method method) {
        String descriptor = Type.getMethodDescriptor(method);
        int access = Modifier.isPublic(method.getModifiers())
                ? Opcodes.ACC_PUBLIC
                : Modifier.isProtected(method.getModifiers()) ? Opcodes.ACC_PROTECTED : 0;
        MethodVisitor code = writer.visitMethod(access, method.getName(), descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, HANDLER, HANDLER_TYPE);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitLdcInsn(Type.getInternalName(method.getDeclaringClass()));
        code.visitLdcInsn(method.getName());
        code.visitLdcInsn(descriptor);
        arguments(code, Type.getArgumentTypes(descriptor));
        code.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, "call", CALL, false);
        result(code, Type.getReturnType(descriptor));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void arguments(MethodVisitor code, Type[] arguments) {
        code.visitIntInsn(Opcodes.SIPUSH, arguments.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        int slot = 1;
        for (int i = 0; i < arguments.length; i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.SIPUSH, i);
            code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slot);
            if (isPrimitive(arguments[i])) {
                String box = box(arguments[i]);
                String boxing = "(" + arguments[i].getDescriptor() + ")L" + box + ";";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", boxing, false);
            }
            code.visitInsn(Opcodes.AASTORE);
            slot += arguments[i].getSize();
        }
    }

    private static void result(MethodVisitor code, Type result) {
        if (result.getSort() == Type.VOID) {
            code.visitInsn(Opcodes.POP);
        } else {
            unbox(code, result);
        }
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    /** Makes of an object what a method with this result leaves. */
    static void unbox(MethodVisitor code, Type result) {
        if (isPrimitive(result)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, box(result));
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    box(result),
                    result.getClassName() + "Value",
                    "()" + result.getDescriptor(),
                    false);
        } else {
            code.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY && type.getSort() != Type.VOID;
    }

    private static String box(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }

    /** What is left to implement, by name and descriptor. */
    private static Map<String, Method> abstractMethods(Class<?> type) {
        Map<String, Method> all = new LinkedHashMap<>();
        collect(type, all);
        all.values().removeIf(method -> !Modifier.isAbstract(method.getModifiers()));
        return all;
    }

    /** Subclasses first: what they implement, or declare anew, counts. */
    private static void collect(Class<?> type, Map<String, Method> to) {
        for (Method method : type.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())) {
                to.putIfAbsent(method.getName() + Type.getMethodDescriptor(method), method);
            }
        }
        if (type.getSuperclass() != null) {
            collect(type.getSuperclass(), to);
        }
        for (Class<?> parent : type.getInterfaces()) {
            collect(parent, to);
        }
    }
}
