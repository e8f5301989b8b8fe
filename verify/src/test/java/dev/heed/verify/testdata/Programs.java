package dev.heed.verify.testdata;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Compiles the examples with the stubs of the libraries that they call: a folder in one go, fixed ones apart from their twins. */
final class Programs {
    private static final String FIXED = ".fixed.java";

    private final Path target;
    private final Path stubs;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Programs(Path target) throws IOException {
        this.target = target;
        this.stubs = target.resolve("stubs");
        compile(javaFiles(root().resolve("stubs")), stubs);
    }

    /** The folder of the examples. */
    static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("testdata"))) {
            root = root.getParent();
        }
        return root.resolve("testdata");
    }

    /** Those of a rule, in order of their names. */
    List<Program> of(String rule) throws IOException {
        List<Path> files = javaFiles(root().resolve(rule).resolve("java"));
        List<Program> programs = new ArrayList<>();
        for (boolean fixed : List.of(false, true)) {
            Path classes = target.resolve(rule + (fixed ? "-fixed" : ""));
            compile(
                    files.stream()
                            .filter(file -> file.toString().endsWith(FIXED) == fixed)
                            .toList(),
                    classes);
            bySource(classes)
                    .forEach((source, names) -> programs.add(new Program(rule, source, classes, names, libraries())));
        }
        programs.sort(Comparator.comparing(Program::file));
        return programs;
    }

    /** Real libraries where the tests have them, the stubs for the rest. */
    private List<Path> libraries() {
        List<Path> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                libraries.add(Path.of(entry));
            }
        }
        libraries.add(stubs);
        return libraries;
    }

    private static Map<String, Set<String>> bySource(Path classes) throws IOException {
        Map<String, Set<String>> bySource = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassNode type = new ClassNode();
                new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_CODE);
                bySource.computeIfAbsent(type.sourceFile, source -> new TreeSet<>())
                        .add(type.name.replace('/', '.'));
            }
        }
        return bySource;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private void compile(List<Path> files, Path to) throws IOException {
        Files.createDirectories(to);
        if (files.isEmpty()) {
            return;
        }
        List<String> options =
                List.of("--release", "17", "-nowarn", "-proc:none", "-g", "-d", to.toString(), "-cp", stubs.toString());
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IOException(output.toString());
            }
        }
    }
}
