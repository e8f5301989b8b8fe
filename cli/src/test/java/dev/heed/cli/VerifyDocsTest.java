package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walk-through in {@code docs/verify.md}: each of its blocks is run in the project, and compared with what it prints. With
 * {@code -Dheed.docs.update=true} the outputs are written anew.
 */
class VerifyDocsTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/verify.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n\\$ (heed|mvn) ([^\\n]*)\\n(.*?)^```$");

    @TempDir
    private Path directory;

    @Test
    void blocksPrintWhatTheySay() throws IOException {
        Walkthrough.compiledIn(directory);
        String text = Files.readString(PAGE);
        StringBuilder actual = new StringBuilder();
        Matcher matcher = BLOCK.matcher(text);
        int end = 0;
        int run = 0;
        while (matcher.find()) {
            String output = matcher.group(1).equals("heed") ? heed(matcher.group(2)) : compile(matcher.group(2));
            actual.append(text, end, matcher.start(3)).append(output);
            end = matcher.end(3);
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

    private String heed(String command) {
        String errors = " 2>&1";
        boolean hasErrors = command.endsWith(errors);
        String arguments = hasErrors ? command.substring(0, command.length() - errors.length()) : command;
        TestConsole.Result result = new TestConsole(directory)
                .environment(Map.of("NO_COLOR", "1"))
                .run(StandardParts.load(), arguments.split(" "));
        assertThat(result.code()).as(command + "\n" + result.err()).isLessThan(2);
        return result.out() + (hasErrors ? result.err() : "");
    }

    /** What Maven would do to the project. */
    private String compile(String command) throws IOException {
        assertThat(command).isEqualTo("-q compile");
        Walkthrough.compile(directory.resolve("src/main/java"), directory.resolve("target/classes"), "");
        return "";
    }
}
