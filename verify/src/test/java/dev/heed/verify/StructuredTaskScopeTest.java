package dev.heed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** The class is a preview of JDK 25: its user runs in a JVM of its own that allows previews. */
class StructuredTaskScopeTest {
    @TempDir
    private Path directory;

    @Test
    @EnabledForJreRange(minVersion = 25, maxVersion = 25)
    void joinIsInterrupted() throws Exception {
        Path source = Path.of(getClass().getResource("/preview/Structured.java").toURI());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--enable-preview",
                        "--release",
                        String.valueOf(Runtime.version().feature()),
                        "-Xlint:-preview",
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-preview",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("joins: undisturbed: returns", "Structured.java:8 StructuredTaskScope.join: PASSED")
                .contains("swallows: undisturbed: returns", "Structured.java:15 StructuredTaskScope.join: FAILED")
                .contains("SWALLOWED: The interrupt delivered at Structured.java:15");
        assertThat(process.exitValue()).isZero();
    }

    /** What the forked JVM runs. */
    static final class Main {
        public static void main(String[] args) throws Exception {
            try (Explorer explorer = Explorer.of(List.of(Path.of(args[0])), List.of())) {
                for (String method : List.of("joins", "swallows")) {
                    Exploration found = explorer.explore(Entry.method("Structured", method), Settings.defaults());
                    System.out.println(method + ": " + found.text());
                }
            }
        }
    }
}
