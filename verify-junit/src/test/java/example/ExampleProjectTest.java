package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the example project of the documentation, and runs its tests in a JVM without any flag. */
class ExampleProjectTest {
    @TempDir
    private Path directory;

    @Test
    void rightCodePasses() throws Exception {
        assertThat(build(source -> source))
                .containsExactly(
                        "SUCCESSFUL undisturbed",
                        "SUCCESSFUL cancel at #1 Stock.java:20 Semaphore.acquire",
                        "SUCCESSFUL cancel at #2 Stock.java:23 Thread.sleep");
    }

    @Test
    void wrongCodeFailsWhereItIsCancelled() throws Exception {
        List<String> results = build(source -> source.replace(
                "            Thread.sleep(1);\n            free--;",
                "            free--;\n            Thread.sleep(1);"));
        assertThat(results)
                .containsExactly(
                        "SUCCESSFUL undisturbed",
                        "SUCCESSFUL cancel at #1 Stock.java:20 Semaphore.acquire",
                        "FAILED cancel at #2 Stock.java:24 Thread.sleep");
    }

    @Test
    void documentationShowsTheTest() throws IOException {
        Path root = root();
        String test = Files.readString(root.resolve("testdata/verify-example/src/test/java/shop/StockTest.java"));
        assertThat(Files.readString(root.resolve("docs/verify.md")))
                .contains(test.substring(test.indexOf("class StockTest")).strip());
    }

    private interface Edit {
        String apply(String source);
    }

    private List<String> build(Edit edit) throws Exception {
        Path sources = directory.resolve("sources");
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "17", "-g", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        Path project = root().resolve("testdata/verify-example/src");
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path copy = sources.resolve(project.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, edit.apply(Files.readString(file)));
                arguments.add(copy.toString());
            }
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return run(classes);
    }

    private List<String> run(Path classes) throws Exception {
        Path output = directory.resolve("output.txt");
        String classPath = classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        RunTests.class.getName(),
                        "shop.StockTest")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line ->
                        line.startsWith("SUCCESSFUL") || line.startsWith("FAILED") || line.startsWith("ABORTED"))
                .toList();
    }

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("testdata"))) {
            root = root.getParent();
        }
        return root;
    }
}
