package dev.heed.frontend.java.types;

import dev.heed.engine.scan.Notification;
import dev.heed.frontend.java.types.index.ClassFileReader;
import dev.heed.frontend.java.types.index.ClassSignature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Jars and directories of class files. The names of the packages are read at once, class files when they are asked for.
 * Thread-safe until it is closed.
 */
public final class ClassPath implements Closeable {
    /** Larger than any class file that a compiler writes for source text that people wrote. */
    private static final int MAX_CLASS_FILE = 16 << 20;

    private final List<ZipFile> jars = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final Map<String, List<ZipFile>> packages = new HashMap<>();

    private ClassPath() {}

    /** A class path without any entry. */
    public static ClassPath empty() {
        return new ClassPath();
    }

    /**
     * Opens a class path. An entry that cannot be read is told to {@code notifications}, and the others serve.
     *
     * @param entries the first that has a type wins
     */
    public static ClassPath open(List<Path> entries, Consumer<Notification> notifications) {
        ClassPath classPath = new ClassPath();
        for (Path entry : entries) {
            classPath.add(entry, notifications);
        }
        return classPath;
    }

    private void add(Path entry, Consumer<Notification> notifications) {
        if (Files.isDirectory(entry)) {
            directories.add(entry);
            return;
        }
        try {
            ZipFile jar = new ZipFile(entry.toFile());
            jars.add(jar);
            Set<String> seen = new HashSet<>();
            jar.stream().map(ZipEntry::getName).filter(ClassPath::isClass).forEach(name -> {
                String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
                if (seen.add(folder)) {
                    packages.computeIfAbsent(folder, key -> new ArrayList<>()).add(jar);
                }
            });
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            notifications.accept(new Notification(
                    Notification.Kind.INCOMPLETE,
                    entry.toString(),
                    null,
                    Files.exists(entry)
                            ? "This class path entry is no readable jar; types in it are unknown: replace or remove it."
                            : "This class path entry does not exist; types in it are unknown: correct its path.",
                    e));
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/");
    }

    /** Whether some type of this package is on it. */
    boolean hasPackage(String name) {
        String folder = name.replace('.', '/');
        if (packages.containsKey(folder)) {
            return true;
        }
        for (Path directory : directories) {
            try {
                if (Files.isDirectory(directory.resolve(folder))) {
                    return true;
                }
            } catch (InvalidPathException e) {
                return false;
            }
        }
        return false;
    }

    /** The declaration of a type by internal name; null if it is not on it or cannot be read. */
    @Nullable
    ClassSignature find(String internalName) {
        String file = internalName + ".class";
        for (ZipFile jar : packages.getOrDefault(
                internalName.substring(0, Math.max(0, internalName.lastIndexOf('/'))), List.of())) {
            ZipEntry entry = jar.getEntry(file);
            if (entry != null) {
                try (InputStream in = jar.getInputStream(entry)) {
                    return read(in);
                } catch (IOException | RuntimeException e) {
                    return null; // a damaged class file: as good as none
                }
            }
        }
        for (Path directory : directories) {
            try {
                Path path = directory.resolve(file);
                if (Files.isRegularFile(path)) {
                    try (InputStream in = Files.newInputStream(path)) {
                        return read(in);
                    }
                }
            } catch (IOException | RuntimeException e) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable ClassSignature read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_CLASS_FILE);
        return ClassFileReader.read(bytes);
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
