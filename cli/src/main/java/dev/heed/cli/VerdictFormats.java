package dev.heed.cli;

import dev.heed.execution.VerdictReport;
import dev.heed.report.ReportFormat;
import java.util.Iterator;

/** The formats that have room for a verdict and its witness, for help and completion. */
final class VerdictFormats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return VerdictReport.FORMATS.stream().map(ReportFormat::id).iterator();
    }
}
