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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/fix.md}: what is shown with its output prints that, and the others do what they say to the same program.
 * With {@code -Dheed.docs.update=true} the outputs are written anew.
 */
class FixDocsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/fix.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n\\$ \\./heed ([^\\n]*)\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./heed ([^\\n#|<>]*)");

    @TempDir
    private Path directory;

    @Test
    void blocksPrintWhatTheySay() throws IOException {
        String text = Files.readString(PAGE);
        StringBuilder actual = new StringBuilder();
        Matcher matcher = BLOCK.matcher(text);
        int end = 0;
        int run = 0;
        while (matcher.find()) {
            TestConsole.Result result = new TestConsole(ROOT)
                    .environment(Map.of("NO_COLOR", "1"))
                    .run(StandardParts.load(), matcher.group(1).split(" "));
            assertThat(result.code()).as(matcher.group(1) + "\n" + result.err()).isEqualTo(1);
            actual.append(text, end, matcher.start(2)).append(result.out());
            end = matcher.end(2);
            run++;
        }
        actual.append(text.substring(end));
        assertThat(run).isPositive();
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(PAGE, actual);
        } else {
            assertThat(actual.toString()).isEqualTo(text);
        }
    }

    @Test
    void commandsFindSomethingToFix() throws IOException {
        String bad = Files.readString(ROOT.resolve("testdata/swallowed-interrupt/java/bad_empty_catch.java"));
        String page = Files.readString(PAGE);
        List<String> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(page.substring(page.indexOf("```sh"), page.indexOf("```console")));
        while (matcher.find()) {
            commands.add(matcher.group(1).strip());
        }
        assertThat(commands).hasSizeGreaterThan(5);
        Path file = directory.resolve("src/main/java/A.java");
        Files.createDirectories(file.getParent());
        zip(directory.resolve("lib-1.0-sources.jar"), bad);
        for (String command : commands) {
            Files.writeString(file, bad);
            TestConsole.Result result =
                    new TestConsole(directory).input(bad).run(StandardParts.load(), command.split(" "));
            boolean isDone = command.contains("--write") || command.contains("stdin");
            assertThat(result.code()).as(command + "\n" + result.err()).isEqualTo(isDone ? 0 : 1);
            String fixed = command.contains("--write") ? Files.readString(file) : result.out();
            assertThat(fixed).as(command).contains("Thread.currentThread().interrupt();");
            assertThat(Files.readString(file).equals(bad)).as(command).isEqualTo(!command.contains("--write"));
        }
    }

    private static void zip(Path jar, String text) throws IOException {
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("A.java"));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
