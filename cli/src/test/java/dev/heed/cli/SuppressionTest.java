package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppressions and baselines, with the real rules. */
class SuppressionTest {
    private static final String SLEEPER = """
            class Sleeper {
                void pause() {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        System.out.println("woken");
                    }
                }
            }
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(root.resolve("src"));
        write("Sleeper", SLEEPER);
    }

    private void write(String type, String text) throws IOException {
        Files.writeString(root.resolve("src").resolve(type + ".java"), text);
    }

    private TestConsole.Result heed(String... arguments) {
        return new TestConsole(root).run(StandardParts.load(), arguments);
    }

    @Test
    void aCommentHidesAFindingAndSarifHasItsReason() throws IOException {
        assertThat(heed("scan", "src").code()).isEqualTo(1);
        write("Sleeper", SLEEPER.replace("e) {", "e) { // heed: ignore[swallowed-interrupt] told elsewhere"));

        TestConsole.Result result = heed("scan", "src", "--report", "sarif:out.sarif", "--report", "json:out.json");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("Found nothing in 1 file. 1 finding is suppressed in the sources.\n");
        JsonNode sarif = new ObjectMapper().readTree(root.resolve("out.sarif").toFile());
        JsonNode suppression = sarif.at("/runs/0/results/0/suppressions/0");
        assertThat(suppression.get("kind").asText()).isEqualTo("inSource");
        assertThat(suppression.get("justification").asText()).isEqualTo("told elsewhere");
        JsonNode json = new ObjectMapper().readTree(root.resolve("out.json").toFile());
        assertThat(json.get("findings")).isEmpty();
        assertThat(json.at("/summary/suppressed").asInt()).isEqualTo(1);
    }

    @Test
    void whatHidesNothingIsTold() throws IOException {
        write("Sleeper", SLEEPER.replace("e) {", "e) { // heed: ignore[swallowed-interupt] oh"));

        TestConsole.Result result = heed("scan", "src", "-f", "concise");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("warning[swallowed-interrupt]")
                .contains("there is no rule 'swallowed-interupt'");
        assertThat(heed("scan", "src", "--select", "cleanup").code())
                .as("what was not looked for is not judged")
                .isZero();
    }

    @Test
    void suppressionsAreReplayedFromTheCache() throws IOException {
        write("Sleeper", SLEEPER.replace("e) {", "e) { // heed: ignore[swallowed] oh"));
        String first =
                heed("scan", "src", "--cache-dir", "cache", "-f", "sarif", "-q").out();
        String second =
                heed("scan", "src", "--cache-dir", "cache", "-f", "sarif", "-q").out();

        assertThat(second.replaceAll("\"(start|end)TimeUtc\".*", ""))
                .contains("\"justification\"")
                .isEqualTo(first.replaceAll("\"(start|end)TimeUtc\".*", ""));
    }

    @Test
    void aBaselineLeavesOnlyWhatIsNew() throws IOException {
        assertThat(heed("baseline", "create", "src").code()).isZero();
        assertThat(heed("scan", "src", "--baseline", "heed-baseline.json").out())
                .isEqualTo("Found nothing in 1 file. 1 finding is in the baseline.\n");
        write("Second", SLEEPER.replace("Sleeper", "Second"));

        TestConsole.Result result =
                heed("scan", "src", "--baseline", "heed-baseline.json", "--report", "sarif:o.sarif");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("src/Second.java:5")
                .contains("Found 1 finding")
                .doesNotContain("Sleeper");
        JsonNode results =
                new ObjectMapper().readTree(root.resolve("o.sarif").toFile()).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.toString()).contains("\"kind\":\"external\"");
    }

    @Test
    void aBaselineIsBroughtUpToDate() throws IOException {
        write("Second", SLEEPER.replace("Sleeper", "Second"));
        heed("baseline", "create", "src");
        write("Second", "class Second {}\n");
        write("Third", SLEEPER.replace("Sleeper", "Third"));

        assertThat(heed("scan", "src", "--baseline", "heed-baseline.json").err())
                .contains("1 finding of the baseline is no longer there");
        assertThat(heed("scan", "src", "--baseline", "heed-baseline.json", "-f", "markdown")
                        .out())
                .contains("Against the baseline: **1 new**, 1 known, 1 no longer found.");
        assertThat(heed("scan", "src", "--baseline", "heed-baseline.json", "-f", "html")
                        .out())
                .contains("<dt>New since the baseline</dt><dd>1</dd>")
                .contains("<dt>Known from the baseline</dt><dd>1</dd>")
                .contains("<dt>No longer found</dt><dd>1</dd>");
        assertThat(heed("baseline", "update", "src").err())
                .contains("took out 1 finding, left 1 new one out, 1 known.");
        assertThat(heed("scan", "src", "--baseline", "heed-baseline.json").code())
                .isEqualTo(1);
        assertThat(heed("baseline", "update", "src", "--add").err()).contains("put in 1, 2 known.");
        assertThat(heed("scan", "src", "--baseline", "heed-baseline.json").code())
                .isZero();
        assertThat(heed("baseline", "show").out())
                .contains("2 findings known.")
                .contains("2  swallowed-interrupt")
                .contains("1  src/Third.java");
    }

    @Test
    void aBaselineIsNotWrittenOverOrInPart() throws IOException {
        assertThat(heed("baseline", "create", "src").code()).isZero();
        String before = Files.readString(root.resolve("heed-baseline.json"));
        assertThat(heed("baseline", "create", "src").err()).contains("--force");
        assertThat(heed("baseline", "create", "src", "nosuch", "--force").code())
                .isEqualTo(2);
        assertThat(root.resolve("heed-baseline.json")).hasContent(before);
        assertThat(heed("scan", "src", "--baseline", "nosuch.json").err()).contains("heed baseline create");
        Files.writeString(root.resolve("broken.json"), "{\n  oops");
        assertThat(heed("scan", "src", "--baseline", "broken.json").err()).contains("broken.json:2:");
        assertThat(heed("scan", "src", "--baseline", "broken.json").code()).isEqualTo(2);
    }

    @Test
    void confidenceSelects() {
        assertThat(heed("scan", "src", "--confidence", "proved").code()).isEqualTo(1);
        assertThat(heed("scan", "src", "--confidence", "sure").err()).contains("proved or likely");
    }

    @Test
    void thePageTellsCommandsThatWork() throws IOException {
        String page = Files.readString(
                Path.of("").toAbsolutePath().resolveSibling("docs").resolve("suppressions.md"));
        Matcher java = Pattern.compile("(?ms)^```java\\n(.*?)^```$").matcher(page);
        assertThat(java.find()).isTrue();
        write("Sampler", java.group(1));
        assertThat(heed("scan", "src/Sampler.java").out()).contains("1 finding is suppressed");

        Matcher block = Pattern.compile("(?ms)^```sh\\n(.*?)^```$").matcher(page);
        int commands = 0;
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                if (line.contains("--since")) {
                    continue; // It needs a repository: SinceTest has some.
                }
                String[] parts = line.split("#");
                String[] words = parts[0].strip().substring("heed ".length()).split(" +");
                int expected = parts.length == 1 ? 0 : Integer.parseInt(parts[1].replaceAll("\\D", ""));
                assertThat(heed(words).code()).as(line).isEqualTo(expected);
                commands++;
                write("Sleeper", SLEEPER);
            }
        }
        assertThat(commands).isEqualTo(5);
    }
}
