package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path directory;

    @Test
    void writesEveryReport() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Reports reports = new Reports(FakeFindings.context().colour(true).build())) {
            reports.add(ReportFormat.TEXT, out, StandardCharsets.UTF_8);
            reports.add(ReportFormat.SARIF, directory.resolve("a.sarif"));
            reports.add(ReportFormat.CONCISE, directory.resolve("a.txt"));
            reports.onFinding(FakeFindings.swallowed());
            reports.onNotification(FakeFindings.broken());
            reports.end(FakeFindings.summary(List.of(FakeFindings.swallowed()), 1), 3);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\033[1;33mwarning[swallowed-interrupt]\033[0m");
        assertThat(directory.resolve("a.sarif")).content().contains("\"swallowed-interrupt\"");
        assertThat(directory.resolve("a.txt"))
                .content()
                .contains("Worker.java:19:15")
                .doesNotContain("\033");
    }

    @Test
    void oneFailureDoesNotStopTheOthers() throws IOException {
        Path path = directory.resolve("a.json");
        try (Reports reports = new Reports(FakeFindings.context().build())) {
            reports.add(ReportFormat.TEXT, new FullDisk(), StandardCharsets.UTF_8);
            reports.add(ReportFormat.JSON, path);
            reports.onFinding(FakeFindings.swallowed());
            assertThatThrownBy(() -> reports.end(FakeFindings.summary(List.of(FakeFindings.swallowed()), 0), 1))
                    .isInstanceOf(ReportException.class)
                    .hasMessage("Cannot write to standard output: No space left on device");
        }

        assertThat(path).content().contains("swallowed-interrupt").endsWith("}\n");
    }

    @Test
    void leavesNoFileWithoutAnEnd() throws IOException {
        try (Reports reports = new Reports(FakeFindings.context().build())) {
            reports.add(ReportFormat.JSON, directory.resolve("a.json"));
            reports.onFinding(FakeFindings.swallowed());
        }

        assertThat(directory).isEmptyDirectory();
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
