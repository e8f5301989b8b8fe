package dev.heed.cli;

import dev.heed.report.ReportFormat;
import java.util.Iterator;

/** The formats, for help and completion. */
final class FormatNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return ReportFormat.ids().iterator();
    }
}
