package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.model.MethodModel.Blocks;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped files say exists. */
class ShippedModelsTest {
    private static final int RUNNING = Runtime.version().feature();
    private static final List<String> PLATFORM = List.of("java.", "javax.");

    @Test
    void everyPlatformTypeAndMethodExists() throws IOException, ModelException {
        List<String> missing = new ArrayList<>();
        for (TypeEntry entry : ModelFiles.shippedSources()) {
            boolean isPlatform = PLATFORM.stream().anyMatch(entry.type()::startsWith);
            if (!isPlatform || !isHere(entry.since(), entry.until())) {
                continue;
            }
            Class<?> type = ReflectiveHierarchy.find(entry.type());
            if (type == null) {
                missing.add(entry.position() + " " + entry.type());
                continue;
            }
            for (MethodEntry method : entry.methods()) {
                boolean exists = methods(type).anyMatch(m -> fits(method.signature(), m));
                if (!exists && isHere(method.since(), method.until())) {
                    missing.add(entry.position().file() + ":"
                            + method.position().line() + " " + entry.type() + "#" + method.signature());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isHere(int since, int until) {
        return since <= RUNNING && (until == 0 || RUNNING <= until);
    }

    @Test
    void theCompiledFormSaysTheSame() throws IOException, ModelException {
        List<TypeEntry> entries = ModelFiles.shippedSources();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CompiledModels.write(entries, new DataOutputStream(bytes));
        List<TypeEntry> read = CompiledModels.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("position", "methods.position", "sources")
                .isEqualTo(entries);
        try (InputStream built = ModelFiles.class.getResourceAsStream(ModelFiles.COMPILED)) {
            assertThat(built).isNotNull().hasBinaryContent(bytes.toByteArray());
        }
    }

    /** What a signature says is not enough: whether the call throws at once or only if it waits is our business. */
    @Test
    void everyDeclaredInterruptHasAReaction() throws IOException {
        Models models = ModelFiles.shipped();
        ReflectiveHierarchy hierarchy = new ReflectiveHierarchy();
        List<String> silent = new ArrayList<>();
        int checked = 0;
        for (Class<?> type : exportedTypes("java.base", "java.net.http")) {
            for (Method method : type.getMethods()) {
                if (!List.of(method.getExceptionTypes()).contains(InterruptedException.class)) {
                    continue;
                }
                checked++;
                MethodModel model =
                        models.method(InterruptedCalls.callee(type, method), method.getParameterCount(), hierarchy);
                if (model.onInterrupt() == OnInterrupt.UNSPECIFIED || model.blocks() != Blocks.YES) {
                    silent.add(type.getName() + " " + method);
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(checked).isGreaterThan(150);
    }

    private static List<Class<?>> exportedTypes(String... modules) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        FileSystem platform = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String name : modules) {
            Module module = ModuleLayer.boot().findModule(name).orElseThrow();
            Path root = platform.getPath("/modules", name);
            try (Stream<Path> files = Files.walk(root)) {
                files.map(root::relativize)
                        .map(Path::toString)
                        .filter(file -> file.endsWith(".class") && file.indexOf('/') > 0)
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace('/', '.'))
                        .filter(type -> module.isExported(type.substring(0, type.lastIndexOf('.'))))
                        .sorted()
                        .map(ReflectiveHierarchy::find)
                        .filter(type -> type != null && Modifier.isPublic(type.getModifiers()))
                        .forEach(types::add);
            }
        }
        return types;
    }

    private static boolean fits(Signature signature, Executable method) {
        String name = method instanceof Constructor ? "<init>" : method.getName();
        return name.equals(signature.name())
                && signature.fits(Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .toList());
    }

    private static Stream<Executable> methods(Class<?> type) {
        Stream<Method> inherited = type.isInterface()
                ? Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(Object.class.getMethods()))
                : Arrays.stream(type.getMethods());
        return Stream.of(
                        inherited,
                        Arrays.stream(type.getDeclaredMethods()),
                        Arrays.stream(type.getDeclaredConstructors()))
                .flatMap(s -> s);
    }
}
