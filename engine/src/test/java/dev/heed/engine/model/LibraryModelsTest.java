package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.model.MethodModel.OnInterrupt;
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
    /** In no repository of jars, but in that of its application. */
    private static final List<String> NOT_CHECKED = List.of("com.intellij.");

    private static final List<String> PLATFORM = List.of("java.", "javax.");

    /** A class as far as it matters here. */
    private record Shape(List<String> above, List<Method> methods) {}

    private record Method(
            boolean isPublic, String name, List<String> parameters, String returned, List<String> thrown) {}

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

    /** An entry that says that a call throws when it is interrupted rests on the signature, or names what it throws. */
    @Test
    void everyInterruptIsDeclaredOrNamed() throws IOException, ModelException {
        List<String> unfounded = new ArrayList<>();
        int checked = 0;
        for (TypeEntry entry : ModelFiles.shippedSources()) {
            if (startsWithAny(entry.type(), PLATFORM) || startsWithAny(entry.type(), NOT_CHECKED)) {
                continue;
            }
            for (MethodEntry method : entry.methods()) {
                Object reaction = method.effects().get(Effect.ON_INTERRUPT);
                if (reaction != OnInterrupt.THROWS && reaction != OnInterrupt.THROWS_IF_WAITING) {
                    continue;
                }
                checked++;
                boolean declared = meant(entry.type(), method.signature()).stream()
                        .anyMatch(each -> each.thrown().contains("java.lang.InterruptedException"));
                if (!declared && !method.effects().containsKey(Effect.DELIVERS)) {
                    unfounded.add(method.position() + " " + entry.type() + "#" + method.signature());
                }
            }
        }
        assertThat(unfounded).isEmpty();
        assertThat(checked).isGreaterThan(60);
    }

    /** Where a type has a model, what its methods declare is not left to a guess. */
    @Test
    void everyDeclaredInterruptHasAReaction() throws IOException, ModelException {
        Map<String, List<MethodEntry>> entries = new HashMap<>();
        for (TypeEntry entry : ModelFiles.shippedSources()) {
            entries.computeIfAbsent(entry.type(), type -> new ArrayList<>()).addAll(entry.methods());
        }
        TreeSet<String> silent = new TreeSet<>();
        for (Map.Entry<String, List<MethodEntry>> entry : entries.entrySet()) {
            Shape shape = startsWithAny(entry.getKey(), PLATFORM) ? null : shape(entry.getKey());
            if (shape == null || entry.getValue().isEmpty()) {
                continue;
            }
            for (Method method : shape.methods()) {
                if (method.isPublic()
                        && method.thrown().contains("java.lang.InterruptedException")
                        && !hasReaction(entry.getKey(), method, entries)) {
                    silent.add(entry.getKey() + "#" + method.name() + method.parameters());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Whether an entry of the type or of one above it says what a method does when it is interrupted. */
    private boolean hasReaction(String type, Method method, Map<String, List<MethodEntry>> entries) throws IOException {
        for (MethodEntry entry : entries.getOrDefault(type, List.of())) {
            if (entry.signature().name().equals(method.name())
                    && entry.signature().fits(method.parameters())
                    && entry.effects().containsKey(Effect.ON_INTERRUPT)) {
                return true;
            }
        }
        Shape shape = shape(type);
        if (shape != null) {
            for (String above : shape.above()) {
                if (hasReaction(above, method, entries)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Spring's client needs no model of its own: what it answers with are Reactor's types, and those have one. */
    @Test
    void whatWebClientReturnsIsReactors() throws IOException {
        String answer = "org.springframework.web.reactive.function.client.WebClient$ResponseSpec";
        assertThat(meant(answer, Signature.parse("bodyToMono(Class)")))
                .extracting(Method::returned)
                .containsOnly("reactor.core.publisher.Mono");
        assertThat(meant(answer, Signature.parse("bodyToFlux(Class)")))
                .extracting(Method::returned)
                .containsOnly("reactor.core.publisher.Flux");
        assertThat(has("reactor.core.publisher.Mono", Signature.parse("block(Duration)")))
                .isTrue();
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
        return !meant(type, signature).isEmpty();
    }

    /** The methods of a type and of its supertypes that a signature stands for. */
    private List<Method> meant(String type, Signature signature) throws IOException {
        Shape shape = shape(type);
        if (shape == null) {
            return List.of();
        }
        List<Method> found = new ArrayList<>();
        for (Method method : shape.methods()) {
            if (method.name().equals(signature.name()) && signature.fits(method.parameters())) {
                found.add(method);
            }
        }
        for (String above : shape.above()) {
            found.addAll(meant(above, signature));
        }
        return found;
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
                        (access & Opcodes.ACC_PUBLIC) != 0,
                        name,
                        Arrays.stream(Type.getArgumentTypes(descriptor))
                                .map(Type::getClassName)
                                .toList(),
                        Type.getReturnType(descriptor).getClassName(),
                        thrown == null
                                ? List.of()
                                : Arrays.stream(thrown)
                                        .map(type -> type.replace('/', '.'))
                                        .toList()));
                return null;
            }
        };
        reader.accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Shape(above, methods);
    }
}
