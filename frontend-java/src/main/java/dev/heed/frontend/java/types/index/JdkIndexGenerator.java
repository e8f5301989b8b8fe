package dev.heed.frontend.java.types.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/**
 * Makes the index of the platform's API from the class files of the JDK that builds Heed: the exported packages of the
 * {@code java.*} modules and of a few others that programs use.
 */
public final class JdkIndexGenerator {
    private static final Set<String> OTHER_MODULES = Set.of(
            "jdk.compiler",
            "jdk.httpserver",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.sctp",
            "jdk.security.auth",
            "jdk.security.jgss",
            "jdk.unsupported");

    private final Map<String, ClassSignature> all = new HashMap<>();
    private final TreeMap<String, ClassSignature> kept = new TreeMap<>();
    /** The module of each package. */
    private final TreeMap<String, String> modules = new TreeMap<>();

    private JdkIndexGenerator() {}

    /**
     * Writes the index.
     *
     * @param arguments the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0])
                .resolve(JdkIndexGenerator.class.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> resource : generate().entrySet()) {
            Files.write(folder.resolve(resource.getKey()), resource.getValue());
        }
    }

    /** The resources of {@link JdkIndex} by name; the same bytes each time. */
    static Map<String, byte[]> generate() throws IOException {
        JdkIndexGenerator generator = new JdkIndexGenerator();
        generator.readModules();
        generator.keepReachable();
        SortedMap<String, ClassSignature> core = new TreeMap<>();
        SortedMap<String, ClassSignature> rest = new TreeMap<>();
        generator.kept.forEach((name, type) -> {
            String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
            boolean isCore = JdkIndex.CORE_MODULE.equals(generator.modules.get(folder.replace('/', '.')));
            (isCore ? core : rest).put(name, type);
        });
        StringBuilder packages = new StringBuilder();
        generator.modules.forEach((name, module) ->
                packages.append(name).append(' ').append(module).append('\n'));
        return Map.of(
                JdkIndex.CORE,
                bytes(core),
                JdkIndex.REST,
                bytes(rest),
                JdkIndex.PACKAGES,
                packages.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(SortedMap<String, ClassSignature> types) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JdkIndexWriter.write(types, out);
        return out.toByteArray();
    }

    private void readModules() throws IOException {
        FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            ModuleDescriptor descriptor = module.descriptor();
            if (descriptor.name().startsWith("java.") || OTHER_MODULES.contains(descriptor.name())) {
                for (ModuleDescriptor.Exports exports : descriptor.exports()) {
                    if (!exports.isQualified()) {
                        modules.put(exports.source(), descriptor.name());
                        readPackage(runtime.getPath("modules", descriptor.name()), exports.source());
                    }
                }
            }
        }
    }

    private void readPackage(Path module, String name) throws IOException {
        Path folder = module.resolve(name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(this::readClass);
        }
    }

    private void readClass(Path file) {
        try {
            ClassSignature type = ClassFileReader.read(Files.readAllBytes(file));
            if (type != null) {
                all.put(type.name(), type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps what callers can name, and supertypes that they cannot name but inherit members from. */
    private void keepReachable() {
        Deque<ClassSignature> open = new ArrayDeque<>();
        for (ClassSignature type : all.values()) {
            if (isNameable(type)) {
                open.add(type);
            }
        }
        while (!open.isEmpty()) {
            ClassSignature type = open.remove();
            if (kept.containsKey(type.name())) {
                continue;
            }
            kept.put(type.name(), visible(type));
            List<String> supertypes = new ArrayList<>(type.interfaces());
            if (type.superName() != null) {
                supertypes.add(type.superName());
            }
            for (String supertype : supertypes) {
                ClassSignature found = all.get(supertype);
                if (found != null) {
                    open.add(found);
                }
            }
        }
    }

    private boolean isNameable(ClassSignature type) {
        if ((type.flags() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0) {
            return false;
        }
        if (type.outer() == null) {
            return true;
        }
        ClassSignature outer = all.get(type.outer());
        return outer != null && isNameable(outer);
    }

    private ClassSignature visible(ClassSignature type) {
        int open = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
        return new ClassSignature(
                type.name(),
                type.flags(),
                type.outer(),
                type.signature(),
                type.superName(),
                type.interfaces(),
                type.memberTypes().stream()
                        .filter(member -> all.containsKey(member) && isNameable(all.get(member)))
                        .toList(),
                type.fields().stream().filter(f -> (f.flags() & open) != 0).toList(),
                type.methods().stream().filter(m -> (m.flags() & open) != 0).toList());
    }
}
