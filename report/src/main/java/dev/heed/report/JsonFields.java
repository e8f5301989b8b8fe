package dev.heed.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What the JSON formats share: the objects that {@code docs/report-schema.json} describes. */
final class JsonFields {
    /** Raised when a field goes or changes its meaning; a new field does not raise it. */
    static final int VERSION = 1;

    private JsonFields() {}

    /** The fields that say what wrote a report, and how. */
    static void tool(JsonGenerator g, ReportContext context) throws IOException {
        g.writeNumberField("version", VERSION);
        g.writeObjectFieldStart("tool");
        g.writeStringField("name", "heed");
        g.writeStringField("version", context.toolVersion());
        g.writeEndObject();
        g.writeStringField("columnKind", "utf16CodeUnits");
    }

    static void finding(JsonGenerator g, Finding finding, String fingerprint) throws IOException {
        g.writeStartObject();
        g.writeStringField("rule", finding.rule());
        g.writeStringField("level", finding.level().id());
        g.writeStringField("confidence", finding.confidence().id());
        g.writeStringField("message", finding.message());
        g.writeStringField("file", finding.file().path());
        span(g, finding.span());
        g.writeStringField("function", finding.function());
        steps(g, "path", finding.path());
        steps(g, "related", finding.related());
        g.writeStringField("remedy", finding.remedy());
        g.writeArrayFieldStart("fixes");
        for (Fix fix : finding.fixes()) {
            fix(g, fix);
        }
        g.writeEndArray();
        g.writeStringField("fingerprint", fingerprint);
        g.writeEndObject();
    }

    /** The fields behind the findings. */
    static void end(JsonGenerator g, HeldNotifications notifications, ScanSummary summary, int exitCode)
            throws IOException {
        g.writeArrayFieldStart("notifications");
        for (Notification notification : notifications.sorted()) {
            notification(g, notification);
        }
        g.writeEndArray();
        g.writeObjectFieldStart("summary");
        g.writeNumberField("files", summary.files());
        g.writeNumberField("lines", summary.lines());
        g.writeNumberField("functions", summary.functions());
        g.writeNumberField("findings", summary.findings());
        g.writeObjectFieldStart("findingsByRule");
        for (var entry : new TreeMap<>(summary.findingsByRule()).entrySet()) {
            g.writeNumberField(entry.getKey(), entry.getValue());
        }
        g.writeEndObject();
        g.writeNumberField("suppressed", summary.suppressed());
        g.writeNumberField("known", summary.known());
        g.writeNumberField("incomplete", summary.incomplete());
        g.writeNumberField("notificationsLeftOut", notifications.left());
        g.writeNumberField("exitCode", exitCode);
        g.writeEndObject();
    }

    private static void span(JsonGenerator g, Span span) throws IOException {
        g.writeObjectFieldStart("span");
        g.writeNumberField("startLine", span.startLine());
        g.writeNumberField("startColumn", span.startColumn());
        g.writeNumberField("endLine", span.endLine());
        g.writeNumberField("endColumn", span.endColumn());
        g.writeEndObject();
    }

    private static void steps(JsonGenerator g, String name, List<Step> steps) throws IOException {
        g.writeArrayFieldStart(name);
        for (Step step : steps) {
            g.writeStartObject();
            g.writeStringField("file", step.file().path());
            span(g, step.span());
            g.writeStringField("message", step.message());
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static void fix(JsonGenerator g, Fix fix) throws IOException {
        g.writeStartObject();
        g.writeStringField("title", fix.title());
        g.writeStringField("safety", fix.safety().name().toLowerCase(Locale.ROOT));
        g.writeArrayFieldStart("edits");
        for (TextEdit edit : fix.edits()) {
            g.writeStartObject();
            g.writeStringField("file", edit.file().path());
            span(g, edit.span());
            g.writeStringField("replacement", edit.replacement());
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeEndObject();
    }

    private static void notification(JsonGenerator g, Notification notification) throws IOException {
        g.writeStartObject();
        g.writeStringField(
                "kind", notification.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (notification.path() != null) {
            g.writeStringField("file", notification.path());
        }
        if (notification.span() != null) {
            span(g, notification.span());
        }
        g.writeStringField("message", notification.message());
        g.writeEndObject();
    }
}
