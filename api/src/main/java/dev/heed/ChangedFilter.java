package dev.heed;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.input.ChangedLines;

/** On the way from a scan to its reports: keeps back findings where nothing has changed. */
final class ChangedFilter implements ScanListener {
    private final ChangedLines changed;
    private final Finding.Confidence least;
    private final ScanListener next;
    private int unchanged;

    ChangedFilter(ChangedLines changed, Finding.Confidence least, ScanListener next) {
        this.changed = changed;
        this.least = least;
        this.next = next;
    }

    @Override
    public void onFinding(Finding finding) {
        if (changed.touch(finding)) {
            next.onFinding(finding);
        } else if (!finding.isSuppressed() && finding.confidence().compareTo(least) <= 0) {
            unchanged++;
        }
    }

    @Override
    public void onNotification(Notification notification) {
        next.onNotification(notification);
    }

    /** How many findings were kept back that would have been told. */
    int unchanged() {
        return unchanged;
    }
}
