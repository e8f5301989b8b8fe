package dev.heed.maven;

import dev.heed.engine.cache.CachedScan;
import dev.heed.engine.scan.ScanSummary;

/** Numbers in words. */
final class Numbers {

    private Numbers() {}

    /** What a scan came to. */
    static String of(ScanSummary summary) {
        return count(summary.findings(), "finding") + " in " + count(summary.files(), "file")
                + (summary.suppressed() == 0 ? "" : ", " + summary.suppressed() + " suppressed")
                + (summary.known() == 0 ? "" : ", " + summary.known() + " in the baseline")
                + (summary.phases().containsKey(CachedScan.PHASE) ? "; nothing has changed since the last scan" : "")
                + (summary.incomplete() == 0 ? "." : "; the scan is incomplete.");
    }

    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
