package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The action, the GitLab template, the hooks and the image are what their services want, and {@code docs/ci.md} says so. With
 * {@code -Dheed.docs.update=true} its table is written anew.
 */
class CiFilesTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");

    @Test
    void theActionEvaluatesNoInput() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Map<String, Object> step : CiFiles.steps()) {
            if (step.containsKey("run")) {
                assertThat(step.get("run").toString()).as("a script").doesNotContain("${{");
                assertThat(step).containsEntry("shell", "bash");
            } else {
                assertThat(step.get("uses").toString()).matches("[\\w-]+(/[\\w-]+)+@v\\d+");
            }
            Matcher expressions = EXPRESSION.matcher(step.toString());
            while (expressions.find()) {
                assertThat(expressions.group(1)).matches("(inputs|steps)\\.[\\w.-]+");
            }
            Matcher inputs = Pattern.compile("inputs\\.([\\w-]+)").matcher(step.toString());
            while (inputs.find()) {
                used.add(inputs.group(1));
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(CiFiles.inputs().keySet()));
    }

    @Test
    void theScriptReadsWhatItIsGiven() throws IOException {
        String script = Files.readString(CiFiles.ROOT.resolve("ci/github/scan"));
        Map<String, Object> scan = CiFiles.steps().stream()
                .filter(step -> "scan".equals(step.get("id")))
                .findFirst()
                .orElseThrow();
        Set<String> read = new TreeSet<>();
        Matcher names = Pattern.compile("\\$\\{(INPUT_[A-Z_]+)").matcher(script);
        while (names.find()) {
            read.add(names.group(1));
        }
        assertThat(read).isEqualTo(new TreeSet<>(CiFiles.map(scan.get("env")).keySet()));
        CiFiles.map(scan.get("env"))
                .forEach((name, value) -> assertThat(value)
                        .isEqualTo("${{ inputs."
                                + name.substring("INPUT_".length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')
                                + " }}"));
    }

    @Test
    void thePageHasTheInputs() throws IOException {
        StringBuilder table = new StringBuilder("| input | default | |\n|---|---|---|\n");
        CiFiles.inputs().forEach((name, value) -> {
            Map<String, Object> input = CiFiles.map(value);
            String preset = input.get("default").toString();
            table.append("| `").append(name).append("` | ").append(preset.isEmpty() ? "" : "`" + preset + "`");
            table.append(" | ").append(input.get("description")).append(" |\n");
        });
        String text = Files.readString(CiFiles.PAGE);
        Matcher place =
                Pattern.compile("(<!-- table: action -->\\n)(\\|.*\\n)+").matcher(text);
        assertThat(place.find()).isTrue();
        String fresh = text.substring(0, place.end(1)) + table + text.substring(place.end());
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(CiFiles.PAGE, fresh);
        } else {
            assertThat(text).isEqualTo(fresh);
        }
    }

    @Test
    void thePageUsesWhatThereIs() throws IOException {
        List<Object> examples =
                CiFiles.blocks("yaml").stream().map(CiFiles::yaml).toList();
        assertThat(examples).hasSize(3);
        Map<String, Object> job = CiFiles.map(
                CiFiles.map(CiFiles.map(examples.get(0)).get("jobs")).get("heed"));
        Map<String, Object> step = CiFiles.list(job.get("steps")).get(1);
        assertThat(CiFiles.inputs().keySet())
                .containsAll(CiFiles.map(step.get("with")).keySet());
        Map<String, Object> gitlab = CiFiles.map(examples.get(1));
        assertThat(CiFiles.map(CiFiles.gitlab().get("variables")).keySet())
                .containsAll(CiFiles.map(gitlab.get("variables")).keySet());
        assertThat(CiFiles.ROOT.resolve(
                        CiFiles.list(gitlab.get("include")).get(0).get("file").toString()))
                .exists();
        Map<String, Object> repo =
                CiFiles.list(CiFiles.map(examples.get(2)).get("repos")).get(0);
        assertThat(CiFiles.hooks())
                .extracting(hook -> hook.get("id"))
                .containsAll(CiFiles.list(repo.get("hooks")).stream()
                        .map(hook -> hook.get("id"))
                        .toList());
    }

    @Test
    void hooksAreCommands() throws IOException {
        for (Map<String, Object> hook : CiFiles.hooks()) {
            String[] words = hook.get("entry").toString().split(" ");
            assertThat(hook).containsEntry("language", "script");
            assertThat(CiFiles.ROOT.resolve(words[0])).isExecutable();
            parse(Stream.concat(Arrays.stream(words).skip(1), Stream.of("A.java"))
                    .toArray(String[]::new));
        }
    }

    private static void parse(String... words) {
        new Commands(StandardParts.load(), new TestConsole(CiFiles.ROOT).console()).parse(words);
    }

    @Test
    void theImageRunsAsNobodySpecial() throws IOException {
        List<String> lines = CiFiles.containerfile();
        assertThat(lines.get(0)).startsWith("FROM ");
        assertThat(lines).allMatch(line -> line.matches("(FROM|WORKDIR|COPY|RUN|ENV|USER|ENTRYPOINT|CMD) .*"));
        List<String> last = lines.subList(
                lines.lastIndexOf(lines.stream()
                        .filter(line -> line.startsWith("FROM "))
                        .reduce((a, b) -> b)
                        .orElseThrow()),
                lines.size());
        List<String> users =
                last.stream().filter(line -> line.startsWith("USER ")).toList();
        assertThat(users).hasSize(1);
        assertThat(users.get(0)).matches("USER [1-9]\\d{3,}");
        assertThat(last.indexOf(users.get(0)))
                .isGreaterThan(last.lastIndexOf(last.stream()
                        .filter(line -> line.startsWith("RUN "))
                        .reduce((a, b) -> b)
                        .orElseThrow()));
        // What builds the jar is what the page tells.
        String build = lines.stream()
                .filter(line -> line.startsWith("RUN mvn"))
                .findFirst()
                .orElseThrow();
        assertThat(build.replaceAll("^RUN | -[Bq]\\b", ""))
                .isEqualTo(CiFiles.blocks("sh").get(0).strip());
    }

    /** No Gradle is here: that the line which its tasks put together means something. */
    @ParameterizedTest
    @ValueSource(strings = {"kotlin", "groovy"})
    void theTaskOfGradleIsACommand(String language) throws IOException {
        String page = Files.readString(CiFiles.PAGE);
        String block = page.substring(page.indexOf("<!-- gradle: " + language));
        Matcher list = Pattern.compile("([\"']scan[\"'].*?[\"']--[\"'])")
                .matcher(block.replaceAll("\\$\\{[^}]*}", "heed.sarif"));
        assertThat(list.find()).isTrue();
        String[] words = Arrays.stream(list.group(1).split(",\\s*"))
                .map(word -> word.replaceAll("\\.toString\\(\\)|[\"']", "").replace("main.compileClasspath.asPath", ""))
                .toArray(String[]::new);
        assertThat(words).contains("sarif:heed.sarif").hasSize(6);
        parse(Stream.concat(Arrays.stream(words), Stream.of("src")).toArray(String[]::new));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(CiFiles.PAGE));
        while (links.find()) {
            assertThat(CiFiles.PAGE.resolveSibling(links.group(1)).normalize()).exists();
        }
    }
}
