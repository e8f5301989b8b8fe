package dev.heed.engine.scan;

import dev.heed.engine.rule.Finding;

/** Takes what a scan finds, while it runs. Called from one thread at a time. */
public interface ScanListener {

    /** Tells nobody. */
    ScanListener NOBODY = new ScanListener() {
        @Override
        public void onFinding(Finding finding) {}

        @Override
        public void onNotification(Notification notification) {}
    };

    /** Findings come in {@link Finding#ORDER}. */
    void onFinding(Finding finding);

    /** Notifications come as they happen; reports sort them. */
    void onNotification(Notification notification);
}
