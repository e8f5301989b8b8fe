package dev.heed;

import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.report.Baseline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scan ended.
 *
 * @param summary what it did, in numbers
 * @param exitCode as the command tells it to the shell: one of {@link ExitCode}
 * @param rules those that ran, sorted
 * @param warnings what a user should look at although nothing is missing, one sentence each
 * @param unchanged how many findings were left out because nothing has changed there ({@link ScanRequest.Builder#since})
 * @param comparison with the baseline; null if none was given, or if the scan did not get to its end
 */
public record ScanOutcome(
        ScanSummary summary,
        int exitCode,
        List<RuleDescriptor> rules,
        List<String> warnings,
        int unchanged,
        @Nullable Comparison comparison) {
    public ScanOutcome {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /**
     * What has become of the findings of a baseline.
     *
     * @param fresh those that are new
     * @param known those that are still there, as they are to be written down now
     * @param gone those that would have been found if they were still there
     * @param elsewhere those that this scan could not find: their files or rules were not in it
     */
    public record Comparison(
            List<Baseline.Entry> fresh,
            List<Baseline.Entry> known,
            List<Baseline.Entry> gone,
            List<Baseline.Entry> elsewhere) {
        public Comparison {
            fresh = List.copyOf(fresh);
            known = List.copyOf(known);
            gone = List.copyOf(gone);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** Whether some input could not be analyzed. */
    public boolean isIncomplete() {
        return exitCode == ExitCode.INCOMPLETE;
    }
}
