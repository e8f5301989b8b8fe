package dev.heed;

import dev.heed.engine.scan.ScanSummary;
import java.util.List;

/**
 * How a scan ended.
 *
 * @param summary what it did, in numbers
 * @param exitCode as the command tells it to the shell: one of {@link ExitCode}
 * @param warnings what a user should look at although nothing is missing, one sentence each
 */
public record ScanOutcome(ScanSummary summary, int exitCode, List<String> warnings) {
    public ScanOutcome {
        warnings = List.copyOf(warnings);
    }

    /** Whether some input could not be analyzed. */
    public boolean isIncomplete() {
        return exitCode == ExitCode.INCOMPLETE;
    }
}
