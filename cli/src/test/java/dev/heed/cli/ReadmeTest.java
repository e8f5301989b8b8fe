package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README's promises. Blocks of kind {@code console} are run and compared with what they print; each {@code heed} command
 * of the other blocks must parse, and those that download are run with {@code -Dheed.readme.network=true}. With
 * {@code -Dheed.docs.update=true} the outputs are written anew.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path README = ROOT.resolve("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private static String readme() throws IOException {
        return Files.readString(README);
    }

    static List<String> blocks(String kind) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme());
        while (matcher.find()) {
            if (matcher.group(1).equals(kind)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    /** The heed commands of all blocks that are not compared. */
    static List<String> commands() throws IOException {
        Stream<String> lines =
                Stream.concat(blocks("sh").stream(), blocks("yaml").stream()).flatMap(String::lines);
        return lines.map(line -> line.replaceFirst("^\\s*- run: ", ""))
                .filter(line -> line.startsWith("./heed") || line.startsWith("java -jar heed.jar"))
                .toList();
    }

    /** The words of a command, as a shell would take them apart. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(command.replaceFirst("\\s#.*", "").replaceFirst("\\s<.*", ""));
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.subList(words.get(0).equals("java") ? 3 : 1, words.size()).toArray(String[]::new);
    }

    private static TestConsole.Result run(String command) {
        return new TestConsole(ROOT).environment(Map.of("NO_COLOR", "1")).run(StandardParts.load(), words(command));
    }

    @Test
    void consoleBlocksPrintWhatTheySay() throws IOException {
        String text = readme();
        StringBuilder actual = new StringBuilder();
        Matcher matcher = BLOCK.matcher(text);
        int end = 0;
        int run = 0;
        while (matcher.find()) {
            if (matcher.group(1).equals("console")) {
                String command = matcher.group(2).lines().findFirst().orElseThrow();
                TestConsole.Result result = run(command.substring("$ ".length()));
                assertThat(result.code()).as(command + result.err()).isEqualTo(1);
                actual.append(text, end, matcher.start(2))
                        .append(command)
                        .append('\n')
                        .append(result.out());
                end = matcher.end(2);
                run++;
            }
        }
        actual.append(text.substring(end));
        assertThat(run).isPositive();
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(README, actual);
        } else {
            assertThat(text).isEqualTo(actual.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsParse(String command) {
        new Commands(StandardParts.load(), new TestConsole(ROOT).console()).parse(words(command));
    }

    @Test
    void theFirstCommandFindsBugsWithoutNetwork() throws IOException {
        String command = commands().get(0);
        assertThat(command).contains("testdata");
        TestConsole.Result result = run(command);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("swallowed-interrupt");
    }

    @Test
    void commandsThatDownloadFindBugs() throws IOException {
        List<String> downloading = commands().stream()
                .filter(command -> command.contains("maven:") && !command.contains("GROUP"))
                .toList();
        assertThat(downloading).isNotEmpty();
        if (Boolean.getBoolean("heed.readme.network")) {
            for (String command : downloading) {
                assertThat(run(command).code()).as(command).isEqualTo(1);
            }
        }
    }

    @Test
    void theProgramIsThatOfTheTestdata() throws IOException {
        String command = blocks("console").get(0).lines().findFirst().orElseThrow();
        String[] words = words(command.substring("$ ".length()));
        String source = Files.readString(ROOT.resolve(words[words.length - 1]));
        assertThat(plain(source)).contains(plain(blocks("java").get(0)));
    }

    private static String plain(String source) {
        return source.replaceAll("//.*", "").replaceAll("\\s+", " ").strip();
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (String file : new String[] {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}) {
            Matcher links =
                    Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(ROOT.resolve(file)));
            while (links.find()) {
                assertThat(ROOT.resolve(links.group(1))).as(file).exists();
            }
        }
    }

    @Test
    void theTestCommandIsWhatCiRuns() throws IOException {
        assertThat(blocks("sh")).anyMatch(block -> block.startsWith("mvn verify"));
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).containsPattern("(?m)^mvn .*verify$");
    }
}
