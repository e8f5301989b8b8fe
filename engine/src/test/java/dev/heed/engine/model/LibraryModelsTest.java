package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Every type and method of a library of which the shipped files speak is in the library's class files, those of its supertypes
 * included. The classes are read, not loaded: what they need in turn is not there.
 */
class LibraryModelsTest {
    /**
     * Nothing of these is on the test's class path: old loggers and test libraries that have not changed for years, and
     * exceptions of applications that come as a whole.
     */
    private static final List<String> NOT_CHECKED = List.of(
            "org.apache.log4j.",
            "com.google.common.flogger.",
            "org.testng.",
            "org.junit.Assert",
            "junit.framework.",
            "com.intellij.",
            "org.eclipse.core.",
            "org.apache.flink.",
            "org.elasticsearch.",
            "dev.heed.");

    private static final List<String> PLATFORM = List.of("java.", "javax.");

    /** A class as far as it matters here. */
    private record Shape(List<String> above, List<Method> methods) {}

    private record Method(String name, List<String> parameters) {}

    private final Map<String, @Nullable Shape> shapes = new HashMap<>();

    @Test
    void everyTypeAndMethodExists() throws IOException, ModelException {
        List<String> missing = new ArrayList<>();
        TreeSet<String> packages = new TreeSet<>();
        int checked = 0;
        for (TypeEntry entry : ModelFiles.shippedSources()) {
            if (startsWithAny(entry.type(), PLATFORM) || startsWithAny(entry.type(), NOT_CHECKED)) {
                continue;
            }
            packages.add(String.join(".", List.of(entry.type().split("\\.")).subList(0, 2)));
            if (shape(entry.type()) == null) {
                missing.add(entry.position() + " " + entry.type());
                continue;
            }
            for (MethodEntry method : entry.methods()) {
                checked++;
                if (!has(entry.type(), method.signature())) {
                    missing.add(entry.position().file() + ":"
                            + method.position().line() + " " + entry.type() + "#" + method.signature());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(checked).isGreaterThan(300);
        assertThat(packages)
                .contains(
                        "com.google",
                        "org.apache",
                        "io.netty",
                        "io.grpc",
                        "org.springframework",
                        "io.lettuce",
                        "io.vertx");
    }

    @Test
    void aMisspeltMethodIsSeen() throws IOException {
        String type = "com.google.common.util.concurrent.SettableFuture";
        assertThat(has(type, Signature.parse("set(Object)"))).isTrue();
        assertThat(has(type, Signature.parse("setValue(Object)"))).isFalse();
        assertThat(has(type, Signature.parse("set(Object, long)"))).isFalse();
    }

    private static boolean startsWithAny(String type, List<String> prefixes) {
        return prefixes.stream().anyMatch(type::startsWith);
    }

    private boolean has(String type, Signature signature) throws IOException {
        Shape shape = shape(type);
        if (shape == null) {
            return false;
        }
        for (Method method : shape.methods()) {
            if (method.name().equals(signature.name()) && signature.fits(method.parameters())) {
                return true;
            }
        }
        for (String above : shape.above()) {
            if (has(above, signature)) {
                return true;
            }
        }
        return false;
    }

    /** What a class file says; null if there is none on the class path. */
    private @Nullable Shape shape(String type) throws IOException {
        if (shapes.containsKey(type)) {
            return shapes.get(type);
        }
        Shape shape = null;
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(type.replace('.', '/') + ".class")) {
            if (bytes != null) {
                shape = read(new ClassReader(bytes));
            }
        }
        shapes.put(type, shape);
        return shape;
    }

    private static Shape read(ClassReader reader) {
        List<String> above = new ArrayList<>();
        if (reader.getSuperName() != null) {
            above.add(reader.getSuperName().replace('/', '.'));
        }
        Arrays.stream(reader.getInterfaces())
                .map(name -> name.replace('/', '.'))
                .forEach(above::add);
        List<Method> methods = new ArrayList<>();
        ClassVisitor collector = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access, String name, String descriptor, @Nullable String generic, String @Nullable [] thrown) {
                methods.add(new Method(
                        name,
                        Arrays.stream(Type.getArgumentTypes(descriptor))
                                .map(Type::getClassName)
                                .toList()));
                return null;
            }
        };
        reader.accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Shape(above, methods);
    }
}
