package dev.heed.verify.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The class files of some sources, found by what the compiler wrote into them: the source's name, and the package. Those of one source
 * come from the first directory or jar that has any: what was compiled anew stands in front of what it was compiled from.
 */
public final class CodeIndex {
    /** The JVM takes no method above 64 kB; a larger file is none that a compiler has written. */
    private static final int LARGEST = 32 << 20;

    private final Set<String> fileNames;
    private final Map<String, Map<String, byte[]>> bySource = new HashMap<>();
    private final Map<String, Optional<Code>> read = new HashMap<>();
    private final Set<String> unreadable = new TreeSet<>();
    private final Map<String, Path> roots = new HashMap<>();

    private CodeIndex(Set<String> fileNames) {
        this.fileNames = Set.copyOf(fileNames);
    }

    /**
     * Reads class files.
     *
     * @param classes directories and jars
     * @param fileNames the sources of interest, such as {@code Pool.java}
     * @throws IOException if a directory or jar cannot be read
     */
    public static CodeIndex of(List<Path> classes, Set<String> fileNames) throws IOException {
        CodeIndex index = new CodeIndex(fileNames);
        for (Path root : classes) {
            if (Files.isDirectory(root)) {
                index.addDirectory(root);
            } else {
                index.addJar(root);
            }
        }
        return index;
    }

    /** Class files that are none, or of a Java that is not known, in order. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private void addDirectory(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString();
                if (isClass(name)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        add(root, name, in);
                    }
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    private void addJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (isClass(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(jar, entry.getName(), in);
                    }
                }
            }
        } catch (ZipException e) {
            throw new IOException("it is no jar: " + e.getMessage(), e);
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("-info.class");
    }

    private void add(Path root, String name, InputStream in) throws IOException {
        byte[] file = in.readNBytes(LARGEST);
        try {
            Source source = new Source();
            ClassReader reader = new ClassReader(file);
            reader.accept(source, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            boolean isWanted = source.file != null && fileNames.contains(source.file);
            String place = packageOf(reader.getClassName()) + "/" + source.file;
            if (isWanted && roots.computeIfAbsent(place, key -> root).equals(root)) {
                bySource.computeIfAbsent(source.file, key -> new TreeMap<>()).putIfAbsent(reader.getClassName(), file);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            unreadable.add(name);
        }
    }

    /** The classes of a source: those of its package; where no package fits its directory, those of the only package there is. */
    Optional<Code> code(String path) {
        return read.computeIfAbsent(path, this::readCode);
    }

    private Optional<Code> readCode(String path) {
        String plain = path.replace('\\', '/');
        int slash = plain.lastIndexOf('/');
        String directory = "/" + (slash < 0 ? "" : plain.substring(0, slash));
        Map<String, byte[]> classes = bySource.getOrDefault(plain.substring(slash + 1), Map.of());
        Map<String, List<byte[]>> byPackage = new TreeMap<>();
        classes.forEach((name, file) -> byPackage
                .computeIfAbsent(packageOf(name), key -> new ArrayList<>())
                .add(file));
        String best = null;
        for (String packageName : byPackage.keySet()) {
            boolean fits = packageName.isEmpty() || directory.endsWith("/" + packageName);
            if (fits && (best == null || packageName.length() > best.length())) {
                best = packageName;
            }
        }
        if ((best == null || best.isEmpty()) && byPackage.size() == 1) {
            best = byPackage.keySet().iterator().next();
        }
        if (best == null) {
            return Optional.empty();
        }
        Code code = new Code();
        byPackage.getOrDefault(best, List.of()).forEach(code::add);
        return Optional.of(code);
    }

    /** The Java that a source was compiled for; empty if there is no class of it. */
    public OptionalInt release(String path) {
        return code(path).stream()
                .flatMapToInt(code -> code.bodies().stream().mapToInt(body -> (body.type().version & 0xFFFF) - 44))
                .max();
    }

    private static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash);
    }

    private static final class Source extends ClassVisitor {
        private @Nullable String file;

        Source() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            file = source;
        }
    }
}
