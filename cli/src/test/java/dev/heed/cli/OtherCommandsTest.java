package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {

    @TempDir
    Path root;

    private TestConsole.Result heed(String... arguments) {
        return new TestConsole(root).run(FakeParts.parts(), arguments);
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        TestConsole.Result result = heed();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Commands:").contains("scan");
    }

    @Test
    void knowsAllCommandsWhereNoneIsAskedFor() {
        assertThat(heed("--help").out()).contains("scan ", "verify ", "fix ", "baseline ", "config ", "lsp ");
        assertThat(heed("scam").err()).contains("did you mean scan");
        assertThat(heed("generate-completion").out()).contains("_picocli_heed_scan", "_picocli_heed_baseline_create");
        // Each is found by the name that its own help has.
        heed("--help")
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches("  \\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .forEach(name -> assertThat(heed(name, "--help").out()).contains("Usage: heed " + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "explain", "rules", "models", "cache", "demo", "version", "generate-completion"})
    void everyCommandHasHelp(String command) {
        TestConsole.Result result = heed(command, "--help");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: heed " + command);
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void tellsItsVersion(String argument) {
        assertThat(heed(argument).out()).matches("heed \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
    }

    @Test
    void listsRules() throws IOException {
        assertThat(heed("rules").out())
                .contains("swallowed: the signal is lost")
                .contains("  lost-thing   warning  A thing is found\n")
                .contains("  slow-thing   warning  A thing is found (off; --select slow-thing)\n");
        var json = new ObjectMapper().readTree(heed("rules", "--format", "json").out());
        assertThat(json).hasSize(4);
        assertThat(json.get(0).get("name").asText()).isEqualTo("lost-thing");
        assertThat(json.get(2).get("family").asText()).isEqualTo("cleanup");
        assertThat(json.get(2).get("enabled").asBoolean()).isTrue();
        assertThat(json.get(3).get("enabled").asBoolean()).isFalse();
    }

    @Test
    void explainsARule() {
        assertThat(heed("explain", "lost-thing").out())
                .isEqualTo("lost-thing\n\nWhat it does\nFinds things that are lost.\n\n    int x;\n");
        assertThat(heed("explain", "lost-thing", "--markdown").out())
                .startsWith("# lost-thing\n")
                .contains("```java");
        assertThat(heed("explain", "--color", "always", "lost-thing").out()).contains("\033[1mlost-thing\033[0m");
    }

    @Test
    void completesInBash() {
        assertThat(heed("generate-completion").out())
                .contains("complete -F")
                .contains("--stdin-filename")
                .contains("--cache-dir");
    }

    @Test
    void runsADemoAndDrawsIt() throws IOException {
        TestConsole.Result result = heed("demo", "chain", "--trace", "svg", "--output", "chain.svg");
        assertThat(result.out()).isEqualTo("Compute 1 2\n1 + 2 = 3\n");
        assertThat(result.code()).isZero();
        assertThat(java.nio.file.Files.readString(root.resolve("chain.svg"))).startsWith("<svg ");
    }

    @Test
    void aPictureWithoutFileIsTheOnlyOutput() {
        TestConsole.Result result = heed("demo", "chain", "--trace", "mermaid");
        assertThat(result.out()).startsWith("sequenceDiagram\n");
        assertThat(result.err()).isEqualTo("Compute 1 2\n1 + 2 = 3\n");
    }

    @Test
    void demosSayWhatIsWrongWithTheirOptions() {
        assertThat(heed("demo", "chain", "--broken").err()).contains("Only the demo \"shutdown\"");
        assertThat(heed("demo", "chain", "--output", "a.svg").err()).contains("--output needs --trace");
        TestConsole.Result unknown = heed("demo", "nothing");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("shutdown, nested, chain, lost-cancel");
    }

    @Test
    void checksModels() throws IOException {
        Path empty = root.resolve("m.yaml");
        java.nio.file.Files.writeString(empty, """
                heed-models: 1
                types:
                  com.example.Gate:
                    methods:
                      await(): { delivers: [java.lang.InterruptedException] }
                """);
        TestConsole.Result result = heed("models", "check", "m.yaml");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("1 model file is right.\n");
        assertThat(result.code()).isZero();
    }
}
