package dev.heed;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Suppression;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import java.util.Map;
import java.util.TreeMap;

/** Counts what goes by on its way to the reports: the exit code and the statistics come from it. */
final class Tally implements ScanListener {
    private final ScanListener next;
    private final FailOn failOn;
    private final Finding.Confidence least;
    private final Map<String, Integer> byRule = new TreeMap<>();
    private int findings;
    private int suppressed;
    private int known;
    private int incomplete;
    private boolean fails;

    Tally(ScanListener next, FailOn failOn, Finding.Confidence least) {
        this.next = next;
        this.failOn = failOn;
        this.least = least;
    }

    @Override
    public void onFinding(Finding finding) {
        if (finding.confidence().compareTo(least) > 0) {
            return;
        }
        Suppression suppression = finding.suppression();
        if (suppression != null) {
            suppressed += suppression.kind() == Suppression.Kind.IN_SOURCE ? 1 : 0;
            known += suppression.kind() == Suppression.Kind.BASELINE ? 1 : 0;
            next.onFinding(finding);
            return;
        }
        findings++;
        byRule.merge(finding.rule(), 1, Integer::sum);
        fails |= failOn.fails(finding.level());
        next.onFinding(finding);
    }

    @Override
    public void onNotification(Notification notification) {
        if (notification.kind() != Notification.Kind.INFO) {
            incomplete++;
        }
        next.onNotification(notification);
    }

    int exitCode() {
        return incomplete > 0 ? ExitCode.INCOMPLETE : fails ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    int findings() {
        return findings;
    }

    Map<String, Integer> byRule() {
        return byRule;
    }

    /** The engine's summary with what inputs added to it. */
    ScanSummary complete(ScanSummary summary) {
        return new ScanSummary(
                summary.files(),
                summary.lines(),
                summary.functions(),
                findings,
                Map.copyOf(byRule),
                incomplete,
                summary.phases(),
                summary.checks(),
                suppressed,
                known,
                summary.filesChecked(),
                summary.parts());
    }

    /** What can be said when the engine did not get to its end. */
    ScanSummary partial(int files) {
        return new ScanSummary(
                files, 0, 0, findings, Map.copyOf(byRule), incomplete, Map.of(), Map.of(), suppressed, known, 0);
    }
}
