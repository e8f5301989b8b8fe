package dev.heed.verify.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The classes that were compiled from one source, by their methods. Names of classes are internal ones. */
final class Code {
    private static final String RUNNABLE = "()Ljava/lang/Runnable;";

    private final List<Body> bodies = new ArrayList<>();
    private final Set<String> classNames = new TreeSet<>();
    private final Set<String> tasks = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();

    /** One method with code. */
    record Body(ClassNode type, MethodNode method, TreeSet<Integer> lines, Set<String> calls, Set<String> makes) {
        /** Names it among all methods of all classes. */
        String key() {
            return key(type.name, method.name, method.desc);
        }

        static String key(String owner, String name, String descriptor) {
            return owner + "." + name + descriptor;
        }

        /** Whether the line is between its first and its last one. */
        boolean spans(int line) {
            return !lines.isEmpty() && lines.first() <= line && line <= lines.last();
        }

        boolean hasLineIn(int first, int last) {
            Integer next = lines.ceiling(first);
            return next != null && next <= last;
        }

        /** Whether other code of the program may call it by its name. */
        boolean isOpen() {
            return (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0 && !isInsideMethod(type);
        }

        boolean isStatic() {
            return (method.access & Opcodes.ACC_STATIC) != 0;
        }

        static boolean isInsideMethod(ClassNode type) {
            return type.outerMethod != null || type.outerClass != null;
        }
    }

    /** Adds a class. */
    void add(byte[] classFile) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
        classNames.add(type.name.replace('/', '.'));
        for (InnerClassNode inner : type.innerClasses) {
            boolean isPrivate = (inner.access & Opcodes.ACC_PRIVATE) != 0 || inner.innerName == null;
            if (isPrivate || hidden.contains(inner.outerName)) {
                hidden.add(inner.name);
            }
        }
        for (MethodNode method : type.methods) {
            if (method.instructions.size() > 0) {
                bodies.add(read(type, method));
            }
        }
    }

    private Body read(ClassNode type, MethodNode method) {
        Body body = new Body(type, method, new TreeSet<>(), new HashSet<>(), new HashSet<>());
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode number) {
                body.lines().add(number.line);
            } else if (node instanceof MethodInsnNode call) {
                body.calls().add(Body.key(call.owner, call.name, call.desc));
                if (call.name.equals("<init>")) {
                    body.makes().add(call.owner);
                }
            } else if (node instanceof InvokeDynamicInsnNode dynamic) {
                read(dynamic, body);
            }
        }
        return body;
    }

    private void read(InvokeDynamicInsnNode dynamic, Body body) {
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                String key = Body.key(handle.getOwner(), handle.getName(), handle.getDesc());
                body.calls().add(key);
                String made = Type.getReturnType(dynamic.desc).getDescriptor();
                if (RUNNABLE.endsWith(made)) {
                    tasks.add(key);
                }
            }
        }
    }

    /** The lines of the code whose exceptions a handler takes that begins within these lines: pairs of a first and a last one. */
    List<int[]> guardedBy(int first, int last) {
        List<int[]> guarded = new ArrayList<>();
        for (Body body : bodies) {
            for (TryCatchBlockNode block : body.method().tryCatchBlocks) {
                int handler = lineAfter(block.handler);
                if (first <= handler && handler <= last && block.type != null) {
                    lines(block).ifPresent(guarded::add);
                }
            }
        }
        return guarded;
    }

    private static int lineAfter(AbstractInsnNode label) {
        for (AbstractInsnNode node = label; node != null; node = node.getNext()) {
            if (node instanceof LineNumberNode number) {
                return number.line;
            }
            if (node.getOpcode() >= 0) {
                break;
            }
        }
        return 0;
    }

    private static Optional<int[]> lines(TryCatchBlockNode block) {
        TreeSet<Integer> lines = new TreeSet<>();
        for (AbstractInsnNode node = block.start; node != null && node != block.end; node = node.getNext()) {
            if (node instanceof LineNumberNode number) {
                lines.add(number.line);
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new int[] {lines.first(), lines.last()});
    }

    /** As {@code Class.getName} gives them. */
    Set<String> classNames() {
        return classNames;
    }

    List<Body> bodies() {
        return bodies;
    }

    boolean hasLines() {
        return bodies.stream().anyMatch(body -> !body.lines().isEmpty());
    }

    /** Whether it is the body of a lambda or reference that is used as a task. */
    boolean isTask(Body body) {
        return tasks.contains(body.key());
    }

    /** Whether a source in the same package can name the body's class and the types of its parameters. */
    boolean isNameable(Body body) {
        return !hidden.contains(body.type().name)
                && Arrays.stream(Type.getArgumentTypes(body.method().desc))
                        .map(type -> type.getSort() == Type.ARRAY ? type.getElementType() : type)
                        .noneMatch(type -> type.getSort() == Type.OBJECT && hidden.contains(type.getInternalName()));
    }

    /** Those that lead to a body in one step: that call it, or make an object of the class inside a method that has it. */
    List<Body> leadingTo(Body target) {
        @Nullable String local = Body.isInsideMethod(target.type()) ? target.type().name : null;
        return bodies.stream()
                .filter(body -> body != target)
                .filter(body -> body.calls().contains(target.key())
                        || (local != null
                                && body.type() != target.type()
                                && body.makes().contains(local)))
                .toList();
    }
}
