package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** All that a scan told. */
record ScanOutput(List<Finding> findings, List<Notification> notifications) {
    ScanOutput {
        findings = List.copyOf(findings);
        notifications = List.copyOf(notifications);
    }

    /** Scans files in the place of those of the input. */
    static ScanOutput of(Scan scan, Scan.Input input, List<SourceFile> files) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        Scan.Input other = input.with(files);
        scan.run(other, new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                // What the source says is to be left alone is.
                if (!finding.isSuppressed()) {
                    findings.add(finding);
                }
            }

            @Override
            public void onNotification(Notification notification) {
                notifications.add(notification);
            }
        });
        findings.sort(Finding.ORDER);
        return new ScanOutput(findings, notifications);
    }

    /** What was not analyzed. */
    List<Notification> gaps() {
        return notifications.stream()
                .filter(notification -> notification.kind() != Notification.Kind.INFO)
                .toList();
    }

    /** Whether a file could not be analyzed in full. */
    boolean hasGap(String path) {
        return gaps().stream().anyMatch(gap -> path.equals(gap.path()));
    }
}
