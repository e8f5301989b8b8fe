package dev.heed.verify.rewrite;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Where classes come from: those that are rewritten, and the libraries that they use, which are left as they are.
 */
public final class ClassPath implements AutoCloseable {
    private static final String SUFFIX = ".class";

    private final List<Path> roots;
    private final URLClassLoader own;
    private final URLClassLoader libraries;

    /** Directories and jars: the classes to rewrite, and the rest. */
    public ClassPath(List<Path> own, List<Path> libraries) {
        this.roots = List.copyOf(own);
        this.own = new URLClassLoader(urls(own), null);
        this.libraries = new URLClassLoader(urls(libraries), new ApiLoader());
    }

    private static URL[] urls(List<Path> paths) {
        List<URL> urls = new ArrayList<>();
        for (Path path : paths) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("not a path of classes: " + path, e);
            }
        }
        return urls.toArray(new URL[0]);
    }

    /** The names of the classes to rewrite, in order; not those of the explorer itself. */
    List<String> ownNames() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                            .forEach(names::add);
                }
            } else {
                try (ZipFile jar = new ZipFile(root.toFile())) {
                    jar.stream().map(ZipEntry::getName).forEach(names::add);
                }
            }
        }
        return names.stream()
                .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
                .filter(name -> !name.endsWith("-info"))
                .distinct()
                .sorted()
                .toList();
    }

    /** The loader of all that is not rewritten. */
    ClassLoader parent() {
        return libraries;
    }

    /** Whether a class, by its internal name, is among those to rewrite. */
    boolean isOwn(String internalName) {
        return own.findResource(internalName + SUFFIX) != null;
    }

    /** Where something among the classes to rewrite lies. */
    @Nullable
    URL ownResource(String name) {
        return own.findResource(name);
    }

    /** A class's file, by its internal name; null if there is none. */
    public byte @Nullable [] read(String internalName) {
        String name = internalName + SUFFIX;
        try (InputStream first = own.getResourceAsStream(name);
                InputStream file = first == null ? libraries.getResourceAsStream(name) : first) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
        libraries.close();
    }

    /** Lets scenarios see the explorer's own interface, and nothing else of what runs the explorer. */
    private static final class ApiLoader extends ClassLoader {
        ApiLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.heed.verify.")) {
                return Class.forName(name, true, ClassPath.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        public @Nullable URL findResource(String name) {
            return name.startsWith("dev/heed/verify/")
                    ? ClassPath.class.getClassLoader().getResource(name)
                    : null;
        }
    }
}
