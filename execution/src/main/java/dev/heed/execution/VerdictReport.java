package dev.heed.execution;

import dev.heed.report.ReportException;
import dev.heed.report.ReportFile;
import dev.heed.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts in one of the formats that can tell them.
 *
 * @param log the SARIF log that the findings are from
 * @param page the same as HTML, which is asked for only if that is to be written; else it may be null
 * @param exitCode what JSON tells of the run
 */
public record VerdictReport(Path log, @Nullable Path page, List<Verified> all, int exitCode) {
    /** The formats that have room for a verdict and its witness, in the order in which help lists them. */
    public static final List<ReportFormat> FORMATS =
            List.of(ReportFormat.TEXT, ReportFormat.CONCISE, ReportFormat.JSON, ReportFormat.SARIF, ReportFormat.HTML);

    public VerdictReport {
        all = List.copyOf(all);
    }

    /** Writes them to a stream, which stays open. */
    public void write(ReportFormat format, OutputStream out) throws IOException {
        switch (format) {
            case JSON -> JsonVerdicts.write(all, exitCode, out);
            case SARIF -> new SarifVerdicts(all).copy(log, out);
            case HTML -> HtmlPage.copy(Objects.requireNonNull(page), all, out);
            default -> {
                TextVerdicts text = new TextVerdicts(format == ReportFormat.CONCISE, false);
                StringBuilder lines = new StringBuilder();
                all.forEach(one -> lines.append(text.of(one)));
                lines.append(TextVerdicts.end(all));
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * Writes them to a file, in one step.
     *
     * @throws ReportException if it cannot be written
     */
    public void write(ReportFormat format, Path path) throws IOException, ReportException {
        try (ReportFile file = ReportFile.open(path)) {
            write(format, file.stream());
            file.commit();
        }
    }
}
