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
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n\\$ heed ([^\\n]*)\\n(.*?)^```$");

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
            TestConsole.Result result = new TestConsole(directory)
                    .environment(Map.of("NO_COLOR", "1"))
                    .run(StandardParts.load(), matcher.group(1).split(" "));
            assertThat(result.code()).as(matcher.group(1) + "\n" + result.err()).isLessThan(2);
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
}
