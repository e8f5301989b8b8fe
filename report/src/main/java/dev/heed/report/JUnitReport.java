package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JUnit's XML, as Surefire writes it: a suite for each file with findings, in it a failed test for each finding. The last
 * suite tells of the scan itself: an error for each thing that was not analyzed, or one test that passed, because build
 * servers take a report without tests for a mistake.
 *
 * <p>A suite says in front how many tests it has, so the findings of one file are held.
 */
final class JUnitReport implements Report {
    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private final List<Finding> held = new ArrayList<>();
    private @Nullable Xml xml;

    JUnitReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext context) throws IOException {
        xml = new Xml(out);
        xml.start("testsuites", "name", "heed");
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (!held.isEmpty() && !held.get(0).file().path().equals(finding.file().path())) {
            suite();
        }
        held.add(finding);
    }

    @Override
    public void notification(Notification notification) {
        if (notification.kind() != Notification.Kind.INFO) {
            notifications.add(notification);
        }
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        suite();
        List<Notification> all = notifications.sorted();
        start("heed", Math.max(1, all.size()), 0, all.size());
        if (all.isEmpty()) {
            xml().empty("testcase", "name", "scan", "classname", "heed", "time", "0");
        }
        for (Notification notification : all) {
            String place = Notifications.place(notification);
            String id = Notifications.id(notification.kind());
            xml().start("testcase", "name", place.isEmpty() ? id : id + " " + place, "classname", "heed", "time", "0");
            xml().text("error", notification.message(), "message", notification.message(), "type", id);
            xml().end();
        }
        xml().end().finish();
        out.flush();
    }

    private void suite() throws IOException {
        if (held.isEmpty()) {
            return;
        }
        String path = held.get(0).file().path();
        start(path, held.size(), held.size(), 0);
        for (Finding finding : held) {
            Span span = finding.span();
            String place = span.startLine() + ":" + span.startColumn();
            xml().start("testcase", "name", finding.rule() + " at " + place, "classname", path, "time", "0");
            xml().text("failure", text(finding), "message", finding.message(), "type", finding.rule());
            xml().end();
        }
        xml().end();
        held.clear();
    }

    private void start(String name, int tests, int failures, int errors) throws IOException {
        xml().start(
                        "testsuite",
                        "name",
                        name,
                        "tests",
                        Integer.toString(tests),
                        "failures",
                        Integer.toString(failures),
                        "errors",
                        Integer.toString(errors),
                        "skipped",
                        "0",
                        "time",
                        "0");
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(at(finding.file(), finding.span()))
                .append(": ")
                .append(finding.level().id())
                .append(" (")
                .append(finding.confidence().id())
                .append(")\n");
        for (int i = 0; i < finding.path().size(); i++) {
            Step step = finding.path().get(i);
            text.append(i + 1).append(". ").append(at(step.file(), step.span())).append(": ");
            text.append(DisplayText.inline(step.message())).append('\n');
        }
        text.append("help: ").append(DisplayText.inline(finding.remedy())).append('\n');
        for (Fix fix : finding.fixes()) {
            text.append(fix.safety() == Fix.Safety.SAFE ? "fix (safe): " : "fix (unsafe): ");
            text.append(DisplayText.inline(fix.title())).append('\n');
        }
        return text.toString();
    }

    private static String at(SourceFile file, Span span) {
        return DisplayText.inline(file.path()) + ":" + span.startLine() + ":" + span.startColumn();
    }

    private Xml xml() {
        if (xml == null) {
            throw new IllegalStateException("begin has not been called");
        }
        return xml;
    }
}
