package dev.heed.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.jcup.sarif_2_1_0.model.Invocation;
import de.jcup.sarif_2_1_0.model.RunAutomationDetails;
import de.jcup.sarif_2_1_0.model.ToolComponent;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0. The beans of sarif-java are the model, but only one result is ever held: a log of a hundred thousand results
 * is written in 32 MB.
 */
final class SarifReport implements Report {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final OutputStream out;
    private final JsonMapper mapper = SarifMapper.create();
    private final ObjectWriter writer = mapper.writer();
    private final HeldNotifications notifications = new HeldNotifications();
    private @Nullable Run run;

    SarifReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext context) throws IOException {
        run = new Run(context);
        run.begin();
    }

    @Override
    public void finding(Finding finding) throws IOException {
        run().finding(finding);
    }

    @Override
    public boolean takesSuppressed() {
        return true;
    }

    @Override
    public void notification(Notification notification) {
        notifications.add(notification);
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        run().end(exitCode);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (run != null) {
            run.spill.close();
        }
    }

    private Run run() {
        if (run == null) {
            throw new IllegalStateException("begin has not been called");
        }
        return run;
    }

    /** The single run of the log. */
    private final class Run {
        private final ReportContext context;
        private final Instant start;
        private final CweTaxonomy cwe;
        private final SarifUris uris;
        private final SarifLocations locations;
        private final SarifResults results;
        private final ResultSpill spill;
        private final JsonGenerator json;

        Run(ReportContext context) throws IOException {
            this.context = context;
            this.start = context.clock().instant();
            this.cwe = new CweTaxonomy(context.rules());
            this.uris = new SarifUris(context);
            this.locations = new SarifLocations(uris, context.sources());
            this.results = new SarifResults(context.rules(), locations, new Fingerprints(context.sources()));
            this.spill = new ResultSpill(context.resultLimit(), Importance.RANKS);
            this.json = Json.generator(mapper.getFactory(), out);
        }

        void begin() throws IOException {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            write("tool", SarifTool.of(context, cwe));
            RunAutomationDetails automation = new RunAutomationDetails();
            automation.setId("heed/");
            write("automationDetails", automation);
            json.writeStringField("columnKind", "utf16CodeUnits");
            write("originalUriBaseIds", uris.bases());
            ToolComponent taxonomy = cwe.component();
            write("taxonomies", List.of(taxonomy));
        }

        void finding(Finding finding) throws IOException {
            spill.add(Importance.rank(finding), writer.writeValueAsString(results.of(finding)));
        }

        void end(int exitCode) throws IOException {
            // An empty list says that nothing was found; no list would say that nothing was looked for.
            json.writeArrayFieldStart("results");
            try (spill) {
                spill.drain(json::writeRawValue);
            }
            json.writeEndArray();
            write("invocations", List.of(invocation(exitCode)));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        }

        private Invocation invocation(int exitCode) {
            Invocation invocation = new Invocation();
            invocation.setExecutionSuccessful(exitCode != 2);
            invocation.setExitCode(exitCode);
            invocation.setExitCodeDescription(
                    switch (exitCode) {
                        case 0 -> "clean";
                        case 1 -> "findings";
                        case 2 -> "wrong usage, configuration or internal error";
                        case 3 -> "scan incomplete";
                        default -> "unknown";
                    });
            if (!context.arguments().isEmpty()) {
                invocation.setArguments(context.arguments());
            }
            invocation.setStartTimeUtc(Date.from(start));
            invocation.setEndTimeUtc(Date.from(context.clock().instant()));
            invocation.setWorkingDirectory(uris.directory(context.workingDirectory()));
            invocation.setToolExecutionNotifications(notifications());
            return invocation;
        }

        private List<de.jcup.sarif_2_1_0.model.Notification> notifications() {
            List<de.jcup.sarif_2_1_0.model.Notification> list = new ArrayList<>();
            if (spill.leftOut() > 0) {
                list.add(SarifNotifications.of(
                        SarifNotifications.Kind.RESULTS_CUT,
                        String.format(
                                Locale.ROOT,
                                "%d of %d findings are left out, the least important ones: code scanning takes at most %d.",
                                spill.leftOut(),
                                spill.size(),
                                context.resultLimit())));
            }
            SarifNotifications converter = new SarifNotifications(locations);
            SarifReport.this.notifications.sorted().forEach(n -> list.add(converter.of(n)));
            // The grave ones come first: if one is left out, others of its kind are there.
            if (SarifReport.this.notifications.left() > 0) {
                list.add(SarifNotifications.of(
                        SarifNotifications.Kind.INFORMATION,
                        SarifReport.this.notifications.left() + " more notifications are left out."));
            }
            return list;
        }

        private void write(String field, Object bean) throws IOException {
            json.writeFieldName(field);
            writer.writeValue(json, bean);
        }
    }
}
