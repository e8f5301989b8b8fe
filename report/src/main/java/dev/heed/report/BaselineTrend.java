package dev.heed.report;

import java.util.List;

/**
 * What has become of the findings of a baseline, for reports that tell it.
 *
 * @param fresh how many findings are new
 * @param known how many are still there
 * @param gone those that were looked for and are not there any more
 * @param elsewhere how many could not be found, because their files or rules were not part of the scan
 */
public record BaselineTrend(int fresh, int known, List<Baseline.Entry> gone, int elsewhere) {
    public BaselineTrend {
        gone = List.copyOf(gone);
    }
}
