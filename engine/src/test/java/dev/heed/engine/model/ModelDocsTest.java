package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page about model files says what is so. */
class ModelDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "models.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleIsRead() throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(PAGE));
        List<DynamicTest> tests = new ArrayList<>();
        while (matcher.find()) {
            String example = matcher.group(1);
            Path file = folder.resolve("example" + tests.size() + ".yaml");
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                Files.writeString(file, example);
                assertThat(ModelFiles.load(List.of(file))).isNotNull();
            }));
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests.stream();
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        List<String> explained = new ArrayList<>();
        Matcher matcher = ROW.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            explained.add(matcher.group(1));
        }
        assertThat(explained).containsAll(Effect.keys());
        assertThat(explained).containsAll(List.of("signal", "status-when-thrown", "carrier", "constructor-restores"));
        assertThat(explained).containsAll(List.of("closeable", "also-for-types", "also-for-receivers", "methods"));
    }

    @Test
    void theErrorsShownAreTheErrorsGiven() throws IOException {
        Path file = folder.resolve("acme.yaml");
        Files.writeString(file, """
                heed-models: 1
                types:
                  a.B:
                    methods:
                      get(): {bloks: true}
                  a.C:
                    # nothing else
                    methods:
                      get(): {on-interrupt: throw}
                """);
        List<String> given = new ArrayList<>();
        try {
            ModelFiles.load(List.of(file));
        } catch (ModelException e) {
            e.problems().forEach(problem -> given.add(problem.toString().replace(folder + "/", "    ")));
        }
        assertThat(given)
                .hasSize(2)
                .allSatisfy(line -> assertThat(Files.readString(PAGE)).contains(line + "\n"));
    }
}
