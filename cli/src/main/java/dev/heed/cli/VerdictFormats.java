package dev.heed.cli;

import dev.heed.report.ReportFormat;
import java.util.Iterator;
import java.util.List;

/** The formats that have room for a verdict and its witness, for help and completion. */
final class VerdictFormats implements Iterable<String> {
    /** In the order in which help lists them. */
    static final List<ReportFormat> ALL =
            List.of(ReportFormat.TEXT, ReportFormat.CONCISE, ReportFormat.JSON, ReportFormat.SARIF, ReportFormat.HTML);

    @Override
    public Iterator<String> iterator() {
        return ALL.stream().map(ReportFormat::id).iterator();
    }
}
