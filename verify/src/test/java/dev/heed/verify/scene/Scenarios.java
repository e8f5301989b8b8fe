package dev.heed.verify.scene;

import dev.heed.verify.testdata.Example;
import dev.heed.verify.testdata.Examples;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The scenarios of the rules, compiled with the examples that they are about. */
public final class Scenarios {
    private final Path root;
    private final Path target;
    private final Examples examples;
    private final String classPath = System.getProperty("java.class.path");

    Scenarios(Path root, Path target) throws IOException {
        this.root = root;
        this.target = target;
        // What is real comes first: the tests' own class path is where a scenario's classes are looked for at first.
        this.examples = new Examples(root, target, List.of());
    }

    /** The folder of the examples. */
    public static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("testdata"))) {
            root = root.getParent();
        }
        return root.resolve("testdata");
    }

    /** The rules that have scenarios. */
    static List<String> rules() throws IOException {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("scenarios")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Where the scenario of this example lies, if there is one. */
    public static Path of(Path root, String rule, String file) {
        return root.resolve(rule).resolve("scenarios").resolve(file);
    }

    /** What lies in a folder, in the order of the names. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** All of a rule, in the order of their names. */
    List<Scene> of(String rule) throws IOException {
        List<Example> all = examples.of(rule);
        List<Path> libraries = all.get(0).libraries();
        Path plain = folder(all, false);
        List<Scene> scenes = new ArrayList<>();
        for (Path source : files(root.resolve(rule).resolve("scenarios"))) {
            String file = source.getFileName().toString();
            Path classes = target.resolve(rule + "-scenarios").resolve(file.replace(".java", ""));
            compile(source, classes, Stream.concat(Stream.of(plain), libraries.stream()));
            String fixed = file.replace(".java", ".fixed.java");
            boolean isFixed = all.stream().anyMatch(example -> example.file().equals(fixed));
            List<Path> asItIs = join(List.of(classes, plain), libraries);
            List<Path> mended = isFixed ? join(List.of(classes, folder(all, true), plain), libraries) : List.of();
            scenes.add(Scene.of(rule, source, classes, asItIs, mended));
        }
        return scenes;
    }

    private static Path folder(List<Example> examples, boolean isFixed) {
        return examples.stream()
                .filter(example -> example.isFixed() == isFixed)
                .map(Example::classes)
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> join(List<Path> first, List<Path> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private void compile(Path source, Path to, Stream<Path> needs) throws IOException {
        Files.createDirectories(to);
        String path = classPath + needs.map(entry -> File.pathSeparator + entry).collect(Collectors.joining());
        List<String> options =
                List.of("--release", "17", "-nowarn", "-proc:none", "-g", "-d", to.toString(), "-cp", path);
        StringWriter output = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(output, manager, null, options, null, manager.getJavaFileObjects(source))
                    .call()) {
                throw new IOException(output.toString());
            }
        }
    }
}
