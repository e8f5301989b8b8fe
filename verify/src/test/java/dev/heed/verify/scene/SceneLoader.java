package dev.heed.verify.scene;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Loads a scenario with its example, each time anew; where the scenario wants it, with a step in the middle of a method. */
public final class SceneLoader extends URLClassLoader {
    private static final Map<String, Runnable> STEPS = new ConcurrentHashMap<>();

    private final String scenario;
    private final Map<String, Place> places = new HashMap<>();

    SceneLoader(String name, String scenario, URL[] classes) {
        super(name, classes, SceneLoader.class.getClassLoader());
        this.scenario = scenario;
    }

    /** Where in a method of a class the step is put in. */
    private record Place(String method, boolean isBehindLook) {}

    /** What rewritten code calls. */
    public static void step(String step) {
        STEPS.getOrDefault(step, () -> {}).run();
    }

    /** Whether the code of this frame is an example's: not the scenario's, and no stub's. */
    boolean isExample(StackTraceElement frame) {
        String file = frame.getFileName();
        String type = frame.getClassName();
        return getName().equals(frame.getClassLoaderName())
                && file != null
                && file.matches("(bad|good)_.*")
                && !type.equals(scenario)
                && !type.startsWith(scenario + "$");
    }

    /** Puts a step into a method: behind its first look at a flag, or at its start. */
    void putIn(String method, boolean isBehindLook, Runnable action) {
        int dot = method.lastIndexOf('.');
        String type = method.substring(0, dot);
        if (findLoadedClass(type) != null) {
            throw new IllegalStateException(type + " has been loaded already");
        }
        places.put(type, new Place(method.substring(dot + 1), isBehindLook));
        STEPS.put(nameOfStep(type), action);
    }

    private String nameOfStep(String type) {
        return getName() + " " + type;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Place place = places.get(name);
        if (place == null) {
            return super.findClass(name);
        }
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            ClassReader reader = new ClassReader(file);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            Insertion insertion = new Insertion(writer, place, nameOfStep(name));
            reader.accept(insertion, 0);
            if (!insertion.isDone) {
                throw new IllegalStateException(name + " has no such method, or it looks at no flag");
            }
            byte[] rewritten = writer.toByteArray();
            return defineClass(name, rewritten, 0, rewritten.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public void close() throws IOException {
        places.keySet().forEach(type -> STEPS.remove(nameOfStep(type)));
        super.close();
    }

    /** A look at a flag is the first boolean that the method reads. */
    private static final class Insertion extends ClassVisitor {
        private final Place place;
        private final String step;
        private boolean isDone;

        Insertion(ClassVisitor next, Place place, String step) {
            super(Opcodes.ASM9, next);
            this.place = place;
            this.step = step;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return name.equals(place.method()) ? new Steps(next) : next;
        }

        private final class Steps extends MethodVisitor {
            Steps(MethodVisitor next) {
                super(Opcodes.ASM9, next);
            }

            @Override
            public void visitCode() {
                super.visitCode();
                stepIf(!place.isBehindLook());
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                super.visitFieldInsn(opcode, owner, name, descriptor);
                stepIf(opcode == Opcodes.GETFIELD && descriptor.equals("Z"));
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                stepIf(owner.endsWith("/AtomicBoolean") && name.equals("get"));
            }

            private void stepIf(boolean isHere) {
                if (isHere && !isDone) {
                    isDone = true;
                    super.visitLdcInsn(step);
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC,
                            SceneLoader.class.getName().replace('.', '/'),
                            "step",
                            "(Ljava/lang/String;)V",
                            false);
                }
            }
        }
    }
}
