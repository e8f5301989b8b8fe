package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model file holds, it is read, or refused with the documented exception. */
class ModelFuzzTest {
    private static final int EXCERPT = 1500;
    private static final List<String> SNIPPETS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            ",",
            "(",
            ")",
            "...",
            "/",
            "#",
            "'",
            "\"",
            "&a ",
            "*a",
            "!!str ",
            "|",
            ">",
            "\n",
            "\n  ",
            "\t",
            "\u0000",
            "\ud83d\ude00",
            "\u00e4",
            "? ",
            "<<: ",
            "none",
            "true",
            "receiver",
            "arg7",
            "arg99999",
            "heed-models: 1\n",
            "types:\n",
            "methods:\n",
            "on-interrupt: ",
            "%YAML 9.9\n",
            "---\n",
            "...\n",
            "~");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"java-lang.yaml", "java-io.yaml", "java-util-concurrent.yaml", "loggers.yaml"})
    void neverFailsOtherwise(String name) throws IOException {
        String shipped = excerpt(name);
        Path file = folder.resolve(name);
        Random random = new Random(20261122);
        int refused = 0;
        for (int round = 0; round < 80; round++) {
            Files.writeString(file, mutated(shipped, random));
            try {
                ModelFiles.check(List.of(file), new FakeHierarchy());
            } catch (ModelException e) {
                refused++;
                assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(file.toString());
                    assertThat(problem.message()).endsWith(problem.message().endsWith("?") ? "?" : ".");
                });
            }
        }
        assertThat(refused).as("mutations that are refused").isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void neverFailsOnBytes(int seed) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("bytes.yaml");
        for (int round = 0; round < 40; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            assertThat(isRead(file)).isFalse();
        }
    }

    private static boolean isRead(Path file) {
        try {
            ModelFiles.check(List.of(file), null);
            return true;
        } catch (ModelException e) {
            return false;
        }
    }

    private static String excerpt(String name) throws IOException {
        try (InputStream in = ModelFiles.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf("\n\n", Math.min(EXCERPT, text.length() - 1));
            return end < 0 ? text : text.substring(0, end + 1);
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && changed.length() > 10; i++) {
            int at = random.nextInt(changed.length());
            int length = Math.min(random.nextInt(12), changed.length() - at);
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, at + length);
                case 1 -> changed.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 2 -> changed.setCharAt(at, (char) random.nextInt(0x300));
                default -> changed.insert(at, changed.substring(at, at + length).repeat(1 + random.nextInt(3)));
            }
        }
        return changed.toString();
    }
}
