package dev.heed;

import dev.heed.engine.fix.FileChange;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.source.SourceFile;
import dev.heed.input.FixedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes comments that suppress what a scan finds, in memory. */
final class IgnoreJob {
    private final Parts parts;
    private final ScanRequest request;

    IgnoreJob(Parts parts, ScanRequest request) {
        this.parts = parts;
        this.request = request;
    }

    /** What was found in a file. */
    private record Found(SourceFile file, List<Finding> findings) {}

    IgnoreOutcome run(String reason) throws UserException, IOException, InterruptedException {
        Map<String, Found> byFile = new TreeMap<>();
        List<Finding> ignored = new ArrayList<>();
        List<Finding> left = new ArrayList<>();
        ScanRequest quiet = request.withListener(new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                if (IgnoreComment.canIgnore(finding)) {
                    byFile.computeIfAbsent(finding.file().path(), path -> new Found(finding.file(), new ArrayList<>()))
                            .findings()
                            .add(finding);
                } else {
                    left.add(finding);
                }
            }

            @Override
            public void onNotification(Notification notification) {
                // The scan that follows tells it.
            }
        });
        new ScanJob(parts, quiet).run();
        List<FixOutcome.Fixed> files = new ArrayList<>();
        for (Found found : byFile.values()) {
            if (!FixedFile.isOnDisk(found.file())) {
                throw new UserException("--add-ignore writes into files on disk; "
                        + found.file().path() + " is none.");
            }
            SourceFile.Snapshot before = found.file().snapshot();
            IgnoreComment.Result result = IgnoreComment.all(found.file(), before.text(), found.findings(), reason);
            ignored.addAll(result.ignored());
            left.addAll(result.left());
            if (!result.text().equals(before.text())) {
                files.add(FixOutcome.Fixed.of(new FileChange(found.file(), before.id(), before.text(), result.text())));
            }
        }
        left.sort(Finding.ORDER);
        return new IgnoreOutcome(files, ignored, left);
    }
}
