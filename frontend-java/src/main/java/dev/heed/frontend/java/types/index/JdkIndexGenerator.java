package dev.heed.frontend.java.types.index;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
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

    private JdkIndexGenerator() {}

    /**
     * Writes the index.
     *
     * @param arguments the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0])
                .resolve(JdkIndexGenerator.class.getPackageName().replace('.', '/'))
                .resolve(JdkIndex.RESOURCE);
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            generate(out);
        }
    }

    static void generate(OutputStream out) throws IOException {
        JdkIndexGenerator generator = new JdkIndexGenerator();
        generator.readModules();
        generator.keepReachable();
        JdkIndexWriter.write(generator.kept, out);
    }

    private void readModules() throws IOException {
        FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            ModuleDescriptor descriptor = module.descriptor();
            if (descriptor.name().startsWith("java.") || OTHER_MODULES.contains(descriptor.name())) {
                for (ModuleDescriptor.Exports exports : descriptor.exports()) {
                    if (!exports.isQualified()) {
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
