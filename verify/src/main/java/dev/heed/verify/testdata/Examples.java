package dev.heed.verify.testdata;

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
public final class Examples {
    private static final String FIXED = ".fixed.java";

    private final Path root;
    private final Path target;
    private final List<Path> libraries;
    private final Path stubs;
    private final JavaCompiler compiler;

    /**
     * Compiles the stubs.
     *
     * @param root the directory of the examples
     * @param target where class files go
     * @param libraries real libraries, which go before the stubs
     * @throws IOException if there is no compiler, or it finds errors
     */
    public Examples(Path root, Path target, List<Path> libraries) throws IOException {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new IOException("there is no Java compiler here; run this with a JDK");
        }
        this.root = root;
        this.target = target;
        this.libraries = List.copyOf(libraries);
        this.stubs = target.resolve("stubs");
        this.compiler = found;
        compile(javaFiles(root.resolve("stubs")), stubs);
    }

    /** The names of the rules that have examples, in order. */
    public List<String> rules() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("java")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> !name.equals("stubs"))
                    .sorted()
                    .toList();
        }
    }

    /** Those of a rule, in order of their names. */
    public List<Example> of(String rule) throws IOException {
        List<Path> files = javaFiles(root.resolve(rule).resolve("java"));
        List<Example> programs = new ArrayList<>();
        for (boolean fixed : List.of(false, true)) {
            Path classes = target.resolve(rule + (fixed ? "-fixed" : ""));
            compile(
                    files.stream()
                            .filter(file -> file.toString().endsWith(FIXED) == fixed)
                            .toList(),
                    classes);
            bySource(classes)
                    .forEach((source, names) -> programs.add(new Example(rule, source, classes, names, withStubs())));
        }
        programs.sort(Comparator.comparing(Example::file));
        return programs;
    }

    private List<Path> withStubs() {
        List<Path> all = new ArrayList<>(libraries);
        all.add(stubs);
        return all;
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
