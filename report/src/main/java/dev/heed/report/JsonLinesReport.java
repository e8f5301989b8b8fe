package dev.heed.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A line for each finding, as soon as it is known, and a last line that says how the scan ended: a stream without that
 * line has been cut off. The objects are those of the {@linkplain JsonReport JSON report}.
 */
final class JsonLinesReport implements Report {
    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private @Nullable ReportContext context;
    private @Nullable JsonGenerator json;
    private @Nullable Fingerprints fingerprints;

    JsonLinesReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext reportContext) throws IOException {
        context = reportContext;
        fingerprints = new Fingerprints(reportContext.sources());
        JsonGenerator g = Json.generator(new JsonFactory(), out);
        g.setPrettyPrinter(null);
        g.setRootValueSeparator(null);
        json = g;
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (json == null || fingerprints == null) {
            throw new IllegalStateException("begin has not been called");
        }
        JsonFields.finding(json, finding, fingerprints.next(finding).own());
        json.writeRaw('\n');
    }

    @Override
    public void notification(Notification notification) {
        notifications.add(notification);
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        if (json == null || context == null) {
            throw new IllegalStateException("begin has not been called");
        }
        json.writeStartObject();
        JsonFields.tool(json, context);
        JsonFields.end(json, notifications, summary, exitCode);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        out.flush();
    }
}
