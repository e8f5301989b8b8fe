package dev.heed.verify.rewrite;

import dev.heed.verify.point.Call;
import dev.heed.verify.point.CallModel;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns references such as {@code queue::take} into lambdas: a reference has no call site that a probe could stand at, a lambda's body
 * has.
 */
final class MethodReferences {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final int IMPLEMENTATION = 1;

    private final ClassNode type;
    private final CallModel model;
    private int made;

    MethodReferences(ClassNode type, CallModel model) {
        this.type = type;
        this.model = model;
    }

    /** Gives each reference in the method, if its call matters, a method of its own in this class. */
    void expand(MethodNode method) {
        int line = 0;
        for (AbstractInsnNode node : method.instructions.toArray()) {
            if (node instanceof LineNumberNode number) {
                line = number.line;
            } else if (node instanceof InvokeDynamicInsnNode dynamic && isPlainLambda(dynamic)) {
                Handle target = (Handle) dynamic.bsmArgs[IMPLEMENTATION];
                if (canBeCalled(target)) {
                    dynamic.bsmArgs[IMPLEMENTATION] = lambda(method, target, line);
                }
            }
        }
    }

    private static boolean isPlainLambda(InvokeDynamicInsnNode dynamic) {
        return dynamic.bsm.getOwner().equals(LAMBDAS)
                && dynamic.bsm.getName().equals("metafactory")
                && dynamic.bsmArgs.length > IMPLEMENTATION
                && dynamic.bsmArgs[IMPLEMENTATION] instanceof Handle;
    }

    private boolean canBeCalled(Handle target) {
        boolean isCall = target.getTag() == Opcodes.H_INVOKEVIRTUAL
                || target.getTag() == Opcodes.H_INVOKEINTERFACE
                || target.getTag() == Opcodes.H_INVOKESTATIC;
        return isCall
                && !target.getOwner().equals(type.name)
                && !target.getOwner().startsWith("[")
                && isWatched(model.call(target.getOwner(), target.getName(), target.getDesc()));
    }

    private static boolean isWatched(Call call) {
        return !call.isPlain();
    }

    private Handle lambda(MethodNode around, Handle target, int line) {
        boolean isStatic = target.getTag() == Opcodes.H_INVOKESTATIC;
        List<Type> parameters = new ArrayList<>();
        if (!isStatic) {
            parameters.add(Type.getObjectType(target.getOwner()));
        }
        parameters.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        Type result = Type.getReturnType(target.getDesc());
        String descriptor = Type.getMethodDescriptor(result, parameters.toArray(new Type[0]));
        String name = "lambda$" + plainName(around.name) + "$heed" + made++;
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodNode lambda = new MethodNode(access, name, descriptor, null, null);
        LabelNode start = new LabelNode();
        lambda.instructions.add(start);
        if (line > 0) {
            lambda.instructions.add(new LineNumberNode(line, start));
        }
        int slot = 0;
        for (Type parameter : parameters) {
            lambda.instructions.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), slot));
            slot += parameter.getSize();
        }
        int opcode = isStatic
                ? Opcodes.INVOKESTATIC
                : target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        lambda.instructions.add(new MethodInsnNode(
                opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface()));
        lambda.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
        lambda.maxLocals = slot;
        lambda.maxStack = slot + 1;
        type.methods.add(lambda);
        boolean isInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
        return new Handle(Opcodes.H_INVOKESTATIC, type.name, name, descriptor, isInterface);
    }

    private static String plainName(String method) {
        return switch (method) {
            case "<init>" -> "new";
            case "<clinit>" -> "static";
            default -> method;
        };
    }
}
