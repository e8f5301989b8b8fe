package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Span;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Commands of a GitHub workflow, which shows them as annotations beside the code. What could end a command or begin
 * another is escaped, as in GitHub's own toolkit.
 */
final class GitHubReport implements Report {
    /** GitHub cuts longer annotations. */
    private static final int MOST_STEPS = 30;

    private final OutputStream out;
    private final Writer writer;
    private final HeldNotifications notifications = new HeldNotifications();

    GitHubReport(OutputStream out) {
        this.out = out;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(ReportContext context) {}

    @Override
    public void finding(Finding finding) throws IOException {
        command(
                command(finding.level()),
                finding.file().path(),
                finding.span(),
                "heed: " + finding.rule(),
                text(finding));
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
            String title = "heed: " + Notifications.id(notification.kind());
            command("error", notification.path(), notification.span(), title, notification.message());
        }
        writer.flush();
        out.flush();
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(DisplayText.inline(finding.message()));
        text.append('\n');
        int left = finding.path().size() - MOST_STEPS;
        for (int i = 0; i < finding.path().size(); i++) {
            if (left > 0 && i == MOST_STEPS / 2) {
                text.append('\n').append("... ").append(left).append(" steps are not shown");
            }
            if (left <= 0 || i < MOST_STEPS / 2 || i >= MOST_STEPS / 2 + left) {
                text.append('\n')
                        .append(i + 1)
                        .append(". ")
                        .append(step(finding, finding.path().get(i)));
            }
        }
        return text.append("\n\n").append(DisplayText.inline(finding.remedy())).toString();
    }

    private static String step(Finding finding, Step step) {
        String path = step.file().path();
        String place = path.equals(finding.file().path()) ? "line " : DisplayText.inline(path) + ":";
        return place + step.span().startLine() + ": " + DisplayText.inline(step.message());
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private void command(String command, @Nullable String path, @Nullable Span span, String title, String message)
            throws IOException {
        writer.append("::").append(command).append(' ');
        if (path != null) {
            writer.append("file=").append(property(path)).append(',');
        }
        if (path != null && span != null) {
            writer.append("line=").append(Integer.toString(span.startLine())).append(',');
            writer.append("endLine=").append(Integer.toString(span.endLine())).append(',');
            // GitHub takes no columns for more than one line.
            if (span.startLine() == span.endLine()) {
                writer.append("col=")
                        .append(Integer.toString(span.startColumn()))
                        .append(',');
            }
        }
        writer.append("title=").append(property(title)).append("::");
        writer.append(data(message)).append('\n');
    }

    private static String property(String text) {
        return data(DisplayText.inline(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
