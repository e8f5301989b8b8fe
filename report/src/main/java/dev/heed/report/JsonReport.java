package dev.heed.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** One JSON object, as described in {@code docs/report-schema.json}. It holds no time: equal scans give equal bytes. */
final class JsonReport implements Report {
    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private @Nullable JsonGenerator json;
    private @Nullable Fingerprints fingerprints;

    JsonReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext context) throws IOException {
        fingerprints = new Fingerprints(context.sources());
        JsonGenerator g = Json.generator(new JsonFactory(), out);
        json = g;
        g.writeStartObject();
        JsonFields.tool(g, context);
        g.writeArrayFieldStart("rules");
        for (RuleDescriptor rule : context.rules()) {
            rule(g, rule);
        }
        g.writeEndArray();
        g.writeArrayFieldStart("findings");
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (json == null || fingerprints == null) {
            throw new IllegalStateException("begin has not been called");
        }
        JsonFields.finding(json, finding, fingerprints.next(finding).own());
    }

    @Override
    public void notification(Notification notification) {
        notifications.add(notification);
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        if (json == null) {
            throw new IllegalStateException("begin has not been called");
        }
        JsonGenerator g = json;
        g.writeEndArray();
        JsonFields.end(g, notifications, summary, exitCode);
        g.writeEndObject();
        g.writeRaw('\n');
        g.flush();
        out.flush();
    }

    private static void rule(JsonGenerator g, RuleDescriptor rule) throws IOException {
        g.writeStartObject();
        g.writeStringField("name", rule.name());
        g.writeStringField("summary", rule.summary());
        g.writeStringField("family", rule.family().id());
        g.writeStringField("level", rule.level().id());
        g.writeStringField("precision", rule.precision().id());
        g.writeBooleanField("enabled", rule.enabled());
        g.writeStringField("since", rule.since());
        g.writeFieldName("cwe");
        g.writeArray(
                rule.cwe().stream().mapToInt(Integer::intValue).toArray(),
                0,
                rule.cwe().size());
        g.writeEndObject();
    }
}
