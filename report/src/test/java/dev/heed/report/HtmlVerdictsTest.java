package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlVerdictsTest {
    @TempDir
    private Path directory;

    @Test
    void eachFindingGetsItsOwn() throws IOException {
        String page = Written.by(ReportFormat.HTML, FakeFindings.context().build(), FakeFindings.both(), List.of());
        Path file = Files.writeString(directory.resolve("page.html"), page);
        var finding = FakeFindings.swallowed();
        String at = finding.file().path() + ":" + finding.span().startLine() + ":"
                + finding.span().startColumn();
        HtmlVerdicts verdicts = new HtmlVerdicts(
                "Ran 1 < 2.",
                List.of(new HtmlVerdicts.Verdict(
                        finding.rule(), at, "confirmed", "confirmed", "It is <lost>.", List.of("at 1", "at <2>"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        verdicts.copy(file, out);
        String block =
                "<div class=\"ran\"><p><b>Run</b> <span class=\"confirmed\">confirmed</span> It is &lt;lost&gt;.</p>\n"
                        + "<pre>at 1\nat &lt;2&gt;\n</pre>\n</div>\n";
        String text = out.toString(StandardCharsets.UTF_8);
        int finds = text.indexOf("data-at=\"" + at + "\"");
        assertThat(text.indexOf(block)).isGreaterThan(finds).isLessThan(text.indexOf("<b>Remedy</b>", finds));
        assertThat(text.replace(block, "").replace("<p class=\"sub\">Ran 1 &lt; 2.</p>\n", ""))
                .isEqualTo(page);
    }
}
