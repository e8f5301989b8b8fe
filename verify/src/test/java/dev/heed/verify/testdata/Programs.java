package dev.heed.verify.testdata;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the examples, each to a directory of its own, with the stubs of the libraries that they call. */
final class Programs {
    private final Path target;
    private final Path stubs;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Programs(Path target) throws IOException {
        this.target = target;
        this.stubs = target.resolve("stubs");
        Files.createDirectories(stubs);
        compile(javaFiles(root().resolve("stubs")), stubs);
    }

    static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("testdata"))) {
            root = root.getParent();
        }
        return root.resolve("testdata");
    }

    /** Real libraries where the tests have them, the stubs for the rest. */
    List<Path> libraries() {
        List<Path> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                libraries.add(Path.of(entry));
            }
        }
        libraries.add(stubs);
        return libraries;
    }

    /** Those whose rule and name contain the text, in order. */
    List<Program> all(String filter) throws IOException {
        List<Program> programs = new ArrayList<>();
        try (Stream<Path> rules = Files.list(root())) {
            for (Path rule : rules.sorted().toList()) {
                Path folder = rule.resolve("java");
                for (Path file : Files.isDirectory(folder) ? javaFiles(folder) : List.<Path>of()) {
                    String name = rule.getFileName() + "/" + file.getFileName();
                    if (name.contains(filter)) {
                        Path classes = target.resolve(name.replace(".java", ""));
                        Files.createDirectories(classes);
                        compile(List.of(file), classes);
                        programs.add(new Program(rule.getFileName().toString(), file, classes));
                    }
                }
            }
        }
        return programs;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private void compile(List<Path> files, Path to) throws IOException {
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            output,
                            manager,
                            null,
                            Program.options(to, stubs),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IOException(output.toString());
            }
        }
    }
}
