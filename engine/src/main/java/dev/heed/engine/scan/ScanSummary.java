package dev.heed.engine.scan;

import java.time.Duration;
import java.util.Map;

/**
 * What a scan did, told at its end.
 *
 * @param files how many source files were read
 * @param lines how many lines they have
 * @param functions how many functions were analyzed
 * @param findings how many findings were reported and are to be shown
 * @param findingsByRule the same by rule name; rules without findings are left out
 * @param incomplete how many notifications say that something was not analyzed
 * @param phases wall time by phase, in the order of the phases
 * @param checks what the fate analysis and each rule took, all threads together; summaries and bodies that were first asked
 *     for on the way count for who asked
 * @param suppressed how many findings are not shown because the source says so
 * @param known how many are not shown because they are in the baseline
 * @param filesChecked in how many files there was something for the rules to look at; where an earlier scan has told it already,
 *     they need not look again
 * @param parts in how many parts the input was scanned, since it did not fit into memory at once; 1 if it did
 */
public record ScanSummary(
        int files,
        long lines,
        int functions,
        int findings,
        Map<String, Integer> findingsByRule,
        int incomplete,
        Map<String, Duration> phases,
        Map<String, Duration> checks,
        int suppressed,
        int known,
        int filesChecked,
        int parts) {

    /** Of a scan that left nothing out. */
    public ScanSummary(
            int files,
            long lines,
            int functions,
            int findings,
            Map<String, Integer> findingsByRule,
            int incomplete,
            Map<String, Duration> phases,
            Map<String, Duration> checks) {
        this(files, lines, functions, findings, findingsByRule, incomplete, phases, checks, 0, 0, 0);
    }

    /** Of a scan that was done at once. */
    public ScanSummary(
            int files,
            long lines,
            int functions,
            int findings,
            Map<String, Integer> findingsByRule,
            int incomplete,
            Map<String, Duration> phases,
            Map<String, Duration> checks,
            int suppressed,
            int known,
            int filesChecked) {
        this(
                files,
                lines,
                functions,
                findings,
                findingsByRule,
                incomplete,
                phases,
                checks,
                suppressed,
                known,
                filesChecked,
                1);
    }
}
