package dev.heed.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * GitLab's Code Quality: a list of violations, one a line. GitLab knows no notifications; what was not analyzed is a
 * violation, too, so that nobody takes a merge request for clean that has not been looked at.
 */
final class GitLabReport implements Report {
    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private @Nullable JsonGenerator json;
    private @Nullable Fingerprints fingerprints;
    private String separator = "\n";

    GitLabReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext context) throws IOException {
        fingerprints = new Fingerprints(context.sources());
        json = Json.generator(new JsonFactory(), out);
        json.setPrettyPrinter(null);
        json.setRootValueSeparator(null);
        json.writeRaw('[');
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (fingerprints == null) {
            throw new IllegalStateException("begin has not been called");
        }
        violation(
                finding.rule(),
                DisplayText.inline(finding.message()) + " " + DisplayText.inline(finding.remedy()),
                fingerprints.next(finding).own(),
                severity(finding.level()),
                finding.file().path(),
                finding.span());
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
            String path = notification.path() == null ? "." : notification.path();
            String rule = Notifications.id(notification.kind());
            violation(
                    rule,
                    DisplayText.inline(notification.message()),
                    Fingerprints.hash(rule, path, notification.message()),
                    "critical",
                    path,
                    notification.span());
        }
        generator().writeRaw("\n]\n");
        generator().flush();
        out.flush();
    }

    private void violation(
            String rule, String description, String fingerprint, String severity, String path, @Nullable Span span)
            throws IOException {
        JsonGenerator g = generator();
        g.writeRaw(separator);
        separator = ",\n";
        g.writeStartObject();
        g.writeStringField("description", description);
        g.writeStringField("check_name", rule);
        g.writeStringField("fingerprint", fingerprint);
        g.writeStringField("severity", severity);
        g.writeObjectFieldStart("location");
        g.writeStringField("path", path);
        g.writeObjectFieldStart("lines");
        g.writeNumberField("begin", span == null ? 1 : span.startLine());
        g.writeNumberField("end", span == null ? 1 : span.endLine());
        g.writeEndObject();
        g.writeEndObject();
        g.writeEndObject();
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "minor";
        };
    }

    private JsonGenerator generator() {
        if (json == null) {
            throw new IllegalStateException("begin has not been called");
        }
        return json;
    }
}
