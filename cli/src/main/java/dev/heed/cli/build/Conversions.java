package dev.heed.cli.build;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes of a value on the stack one of another type, as {@code java.lang.invoke.LambdaMetafactory} says it. */
final class Conversions {
    private static final String[] BOXES = {
        "", "Boolean", "Character", "Byte", "Short", "Integer", "Float", "Long", "Double"
    };

    private Conversions() {}

    /** From the erased to the exact type of a parameter. */
    static void cast(MethodVisitor code, Type from, Type to) {
        if (!from.equals(to) && !isPrimitive(to)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    /**
     * Boxes, unboxes, or widens; casts a reference where something else is wanted.
     *
     * @param to null for any reference
     */
    static void convert(MethodVisitor code, Type from, @Nullable Type to) {
        if (to == null || from.equals(to)) {
            return;
        }
        if (isPrimitive(from) && isPrimitive(to)) {
            widen(code, from, to);
        } else if (isPrimitive(from)) {
            box(code, from);
        } else if (isPrimitive(to)) {
            Type unboxed = unbox(code, from, to);
            widen(code, unboxed, to);
        } else if (!to.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** The class that a primitive is boxed in. */
    static String box(Type primitive) {
        return "java/lang/" + BOXES[primitive.getSort()];
    }

    private static void box(MethodVisitor code, Type from) {
        String box = box(from);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, box, "valueOf", "(" + from.getDescriptor() + ")L" + box + ";", false);
    }

    /** What comes of it: the type in the box, which may be narrower than the wanted one. */
    private static Type unbox(MethodVisitor code, Type from, Type to) {
        Type unboxed = to;
        for (Type primitive : new Type[] {
            Type.BOOLEAN_TYPE, Type.CHAR_TYPE, Type.BYTE_TYPE, Type.SHORT_TYPE,
            Type.INT_TYPE, Type.FLOAT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE
        }) {
            if (from.getInternalName().equals(box(primitive))) {
                unboxed = primitive;
            }
        }
        String box = box(unboxed);
        if (!from.getInternalName().equals(box)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, box);
        }
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, box, unboxed.getClassName() + "Value", "()" + unboxed.getDescriptor(), false);
        return unboxed;
    }

    private static void widen(MethodVisitor code, Type from, Type to) {
        int[][] widenings = {
            // to LONG, FLOAT, DOUBLE
            {Opcodes.I2L, Opcodes.I2F, Opcodes.I2D}, // of what is an int on the stack
            {Opcodes.NOP, Opcodes.L2F, Opcodes.L2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.F2D},
        };
        int target = column(to);
        if (target < 0 || from.getSort() == to.getSort()) {
            return;
        }
        int row = from.getSort() == Type.LONG ? 1 : from.getSort() == Type.FLOAT ? 2 : 0;
        if (from.getSort() != Type.DOUBLE && widenings[row][target] != Opcodes.NOP) {
            code.visitInsn(widenings[row][target]);
        }
    }

    private static int column(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> 0;
            case Type.FLOAT -> 1;
            case Type.DOUBLE -> 2;
            default -> -1;
        };
    }
}
