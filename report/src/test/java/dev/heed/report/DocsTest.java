package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The examples in {@code docs/reports.md} are what the reports write. With {@code -Dheed.docs.update=true} they are written
 * anew.
 */
class DocsTest {
    private static final Path PAGE = Schemas.DOCS.resolve("reports.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(<!-- example: ([\\w-]+) -->\n(```|~~~)\\w+\n)(.*?)(\\3\n)", Pattern.DOTALL);

    @Test
    void examplesAreWhatIsWritten() throws IOException {
        String page = Files.readString(PAGE);
        String expected = EXAMPLE.matcher(page)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + example(m.group(2)) + m.group(5)));
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(EXAMPLE.matcher(page).results()).hasSize(ReportFormat.ids().size() - 2);
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    /** The page that {@code docs/reports.md} leads to. */
    @Test
    void theExampleOfAPageIsWhatIsWritten() throws IOException {
        Path file = Schemas.DOCS.resolve("report-example.html");
        String expected = example("html");
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(file, expected);
        }

        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void everyFormatIsDescribed() throws IOException {
        String page = Files.readString(PAGE);

        for (String format : ReportFormat.ids()) {
            assertThat(page).contains("| `" + format + "` |").contains("\n## " + format + "\n");
        }
    }

    private static String example(String format) {
        ReportContext context = FakeFindings.context().build();
        String report = Written.by(
                ReportFormat.of(format).orElseThrow(), context, FakeFindings.both(), List.of(FakeFindings.broken()));
        return format.equals("json") ? oneFinding(report) : report;
    }

    private static String oneFinding(String report) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode finding = mapper.readTree(report).at("/findings/0");
            return mapper.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(finding)
                            .replace("\r\n", "\n") + "\n";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
