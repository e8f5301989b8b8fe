package dev.heed.verify.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.ClassFiles;
import dev.heed.verify.point.Sites;
import dev.heed.verify.probe.Probes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites classes of the jars that the build itself brings along, and has the JVM verify them. {@code -Dverify.classes=N} takes more
 * than the few hundred of the normal run.
 */
class RealClassesTest {
    @Test
    void rewrittenClassesAreVerified() throws Exception {
        int wanted = Integer.getInteger("verify.classes", 400);
        List<Path> jars = jars();
        assumeTrue(!jars.isEmpty(), "a local Maven repository");
        Map<String, String> refused = new TreeMap<>();
        int rewritten = 0;
        int verified = 0;
        for (Path jar : jars) {
            if (rewritten >= wanted) {
                break;
            }
            Map<String, byte[]> classes = read(jar, wanted - rewritten);
            ClassFiles files = new ClassFiles(name -> bytes(classes, name));
            ClassRewriter rewriter = new ClassRewriter(new CallModel(files, classes::containsKey), new Sites());
            Verifier plain = new Verifier(classes);
            Map<String, byte[]> probed = new HashMap<>();
            classes.forEach((name, file) -> probed.put(name, rewriter.rewrite(file)));
            Verifier withProbes = new Verifier(probed);
            for (String name : classes.keySet()) {
                rewritten++;
                // A class whose library is not there cannot be linked either way.
                if (plain.verify(name).isEmpty()) {
                    verified++;
                    String problem = withProbes.verify(name);
                    if (!problem.isEmpty()) {
                        refused.put(jar.getFileName() + " " + name, problem);
                    }
                }
            }
        }
        System.out.println(rewritten + " classes rewritten, " + verified + " verified by the JVM");
        assertThat(refused).isEmpty();
        assertThat(verified).isGreaterThan(Math.min(wanted, 300) / 2);
    }

    /** Those of the local repository, in order of their names; the ones with many handlers and locks first. */
    private static List<Path> jars() throws IOException {
        Path repository = Path.of(System.getProperty("user.home"), ".m2", "repository");
        if (!Files.isDirectory(repository)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().contains("sources"))
                    .sorted()
                    .sorted((a, b) -> Boolean.compare(isDense(b), isDense(a)))
                    .toList();
        }
    }

    private static boolean isDense(Path jar) {
        String path = jar.toString();
        return path.contains("junit-platform-engine") || path.contains("maven-resolver") || path.contains("surefire");
    }

    private static Map<String, byte[]> read(Path jar, int most) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements() && classes.size() < most) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("-info.class")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        byte[] bytes = in.readAllBytes();
                        if (new ClassReader(bytes).readShort(6) <= Opcodes.V17) {
                            classes.put(name.substring(0, name.length() - ".class".length()), bytes);
                        }
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            // Newer than this JVM can read.
            return Map.of();
        }
        return classes;
    }

    private static byte[] bytes(Map<String, byte[]> classes, String name) {
        byte[] known = classes.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    /** Links classes, which is when the JVM verifies them. */
    private static final class Verifier extends ClassLoader {
        private final Map<String, byte[]> classes;

        Verifier(Map<String, byte[]> classes) {
            super(Probes.class.getClassLoader());
            this.classes = classes;
        }

        /** What the JVM has against the class; empty if nothing. */
        String verify(String name) {
            try {
                // Asking for its methods links the class, which verifies it, and runs nothing of it.
                loadClass(name.replace('/', '.')).getDeclaredMethods();
                return "";
            } catch (ClassNotFoundException | LinkageError | SecurityException e) {
                return e.toString();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                byte[] file = classes.get(name.replace('.', '/'));
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && file != null) {
                    loaded = defineClass(name, file, 0, file.length);
                }
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }
    }
}
