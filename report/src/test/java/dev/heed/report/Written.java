package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a report writes, as a string. */
final class Written {
    private Written() {}

    static String by(
            ReportFormat format, ReportContext context, List<Finding> findings, List<Notification> notifications) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Report report = format.to(out);
            report.begin(context);
            for (Notification notification : notifications) {
                report.notification(notification);
            }
            for (Finding finding : findings) {
                report.finding(finding);
            }
            int incomplete = (int) notifications.stream()
                    .filter(n -> n.kind() != Notification.Kind.INFO)
                    .count();
            report.end(FakeFindings.summary(findings, incomplete), incomplete > 0 ? 3 : findings.isEmpty() ? 0 : 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
