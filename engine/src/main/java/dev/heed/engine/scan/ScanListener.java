package dev.heed.engine.scan;

import dev.heed.engine.rule.Finding;

/** Takes what a scan finds, while it runs. Called from one thread at a time. */
public interface ScanListener {

    /** Findings come in {@link Finding#ORDER}. */
    void onFinding(Finding finding);

    /** Notifications come as they happen; reports sort them. */
    void onNotification(Notification notification);
}
