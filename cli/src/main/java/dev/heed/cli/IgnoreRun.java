package dev.heed.cli;

import dev.heed.FixOutcome;
import dev.heed.Heed;
import dev.heed.IgnoreOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.input.FixedFile;
import java.io.IOException;

/** Writes the comments of {@code heed scan --add-ignore}. */
final class IgnoreRun {
    private final Heed heed;
    private final Messages messages;

    IgnoreRun(Heed heed, Messages messages) {
        this.heed = heed;
        this.messages = messages;
    }

    /**
     * Scans, and writes.
     *
     * @return whether all files could be written
     * @throws InterruptedException if the thread is interrupted; each file is then either as it was, or has its comments
     */
    boolean run(ScanRequest request, String reason) throws UserException, IOException, InterruptedException {
        IgnoreOutcome outcome = heed.ignore(request, reason);
        int files = 0;
        for (FixOutcome.Fixed one : outcome.files()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String path = one.change().file().path();
            try {
                FixedFile file = one.file();
                if (file == null) {
                    throw new IOException(one.problem());
                }
                file.write();
                files++;
            } catch (IOException e) {
                messages.unwritten(path, e);
            }
        }
        for (Finding finding : outcome.left()) {
            messages.notification(Notification.incomplete(
                    finding.file().path(),
                    finding.span(),
                    "There is no place for a comment about this finding of " + finding.rule() + "."));
        }
        messages.note("Wrote comments into " + files + (files == 1 ? " file" : " files") + ", for "
                + BaselineScan.count(outcome.ignored().size()) + ".");
        return files == outcome.files().size();
    }
}
