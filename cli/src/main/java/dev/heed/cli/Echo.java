package dev.heed.cli;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;

/**
 * On the way to the reports: takes the progress line away before the first finding is printed, and repeats notifications on
 * standard error where no report for people shows them.
 */
final class Echo implements ScanListener {
    private final Progress progress;
    private final Messages messages;
    private final boolean repeats;
    private final boolean isVerbose;

    Echo(Progress progress, Messages messages, boolean repeats, boolean isVerbose) {
        this.progress = progress;
        this.messages = messages;
        this.repeats = repeats;
        this.isVerbose = isVerbose;
    }

    @Override
    public void onFinding(Finding finding) {
        progress.close();
    }

    @Override
    public void onNotification(Notification notification) {
        if (repeats && (isVerbose || notification.kind() != Notification.Kind.INFO)) {
            progress.close();
            messages.notification(notification);
        }
        messages.trace(notification.cause());
    }
}
