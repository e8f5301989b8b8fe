package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The XML that Checkstyle 4.3 and later write, which many tools read. It has no place for what concerns the scan itself:
 * that comes as errors of the files concerned, behind the findings.
 */
final class CheckstyleReport implements Report {
    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private @Nullable Xml xml;
    private @Nullable String file;

    CheckstyleReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext context) throws IOException {
        xml = new Xml(out);
        xml.start("checkstyle", "version", "4.3");
    }

    @Override
    public void finding(Finding finding) throws IOException {
        in(finding.file().path());
        error(
                finding.span().startLine(),
                finding.span().startColumn(),
                severity(finding.level()),
                finding.message() + " " + finding.remedy(),
                finding.rule());
    }

    @Override
    public void notification(Notification notification) {
        if (notification.kind() != Notification.Kind.INFO) {
            notifications.add(notification);
        }
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        for (Notification notification : notifications.sorted()) {
            in(notification.path() == null ? "." : notification.path());
            int line = notification.span() == null ? 1 : notification.span().startLine();
            int column = notification.span() == null ? 1 : notification.span().startColumn();
            error(line, column, "error", notification.message(), Notifications.id(notification.kind()));
        }
        xml().finish();
        out.flush();
    }

    private void in(String path) throws IOException {
        if (path.equals(file)) {
            return;
        }
        if (file != null) {
            xml().end();
        }
        xml().start("file", "name", path);
        file = path;
    }

    private void error(int line, int column, String severity, String message, String rule) throws IOException {
        xml().empty(
                        "error",
                        "line",
                        Integer.toString(line),
                        "column",
                        Integer.toString(column),
                        "severity",
                        severity,
                        "message",
                        message,
                        "source",
                        "heed." + rule);
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "info";
        };
    }

    private Xml xml() {
        if (xml == null) {
            throw new IllegalStateException("begin has not been called");
        }
        return xml;
    }
}
