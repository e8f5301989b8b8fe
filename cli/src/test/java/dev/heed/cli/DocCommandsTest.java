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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that stand in pages which no other test runs: each does what it says to a small project with a bug. */
class DocCommandsTest {
    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs");
    /** In a block, in a line of its own, or in a step of CI; up to what the shell does with it. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^(?: {4}|[ -]*script: |[ ]*sh '|`|)(?:heed|java -jar heed\\.jar) ((?:[a-z]+)[^|\\n'`]*)");

    private static final Pattern WRITTEN = Pattern.compile("(?:--report \\S+?:|-o )(\\S+)");

    @TempDir
    private Path project;

    @BeforeEach
    void write() throws IOException {
        String bad = Files.readString(
                DOCS.resolveSibling("testdata").resolve("swallowed-interrupt/java/bad_empty_catch.java"));
        Path source = project.resolve("src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, bad);
    }

    private record Command(String line, String[] words, List<String> codes) {}

    private static List<Command> commands(String page) throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(Files.readString(DOCS.resolve(page)));
        while (matcher.find()) {
            if (matcher.group(1).contains(" FORMAT")) {
                continue; // not a command: how one is put together
            }
            String[] parts = matcher.group(1).split("#");
            String line =
                    parts[0].replace("\"$GITHUB_STEP_SUMMARY\"", "summary.md").strip();
            boolean saysCode = parts.length > 1 && parts[1].contains("exit code");
            List<String> codes = saysCode ? List.of(parts[1].replaceAll("\\D", "")) : List.of("0", "1");
            commands.add(new Command(line, line.split(" +"), codes));
        }
        return commands;
    }

    @ParameterizedTest
    @CsvSource({"configuration.md,1", "reports.md,5", "ci.md,4", "cache.md,5"})
    void commandsWork(String page, int count) throws IOException {
        List<Command> commands = commands(page);
        assertThat(commands).extracting(Command::line).hasSize(count);
        for (Command command : commands) {
            TestConsole.Result result = new TestConsole(project)
                    .environment(
                            Map.of("HEED_CACHE_DIR", project.resolve("cache").toString()))
                    .run(StandardParts.load(), command.words());
            assertThat(String.valueOf(result.code()))
                    .as(command.line() + "\n" + result.err())
                    .isIn(command.codes());
            boolean isScan = command.words()[0].equals("scan");
            boolean isQuiet = WRITTEN.matcher(command.line()).find();
            if (isScan && !isQuiet) {
                assertThat(result.out()).as(command.line()).contains("swallowed-interrupt");
            }
            Matcher files = WRITTEN.matcher(command.line());
            while (files.find()) {
                assertThat(project.resolve(files.group(1)))
                        .as(command.line())
                        .content()
                        .contains("swallowed-interrupt");
            }
        }
    }
}
