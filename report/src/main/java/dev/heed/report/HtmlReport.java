package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page to look through: an overview, then each finding with its path drawn over the code. It needs nothing beside
 * itself, works without its script, and runs nothing but that.
 *
 * <p>The overview stands in front and is known last, so written findings wait in a {@link ResultSpill}. A browser cannot show
 * any number of them: beyond a bound the least important are left out, and the page says so.
 */
final class HtmlReport implements Report {
    static final int MOST_FINDINGS = 5_000;
    private static final long MOST_BYTES = 32_000_000;
    private static final int MOST_NOTIFICATIONS = 200;
    /** As many as can be looked at one below the other are open. */
    private static final int MOST_OPEN = 10;

    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private final ResultSpill spill;
    private @Nullable ReportContext context;
    private @Nullable HtmlOverview overview;
    private @Nullable BaselineTrend trend;

    HtmlReport(OutputStream out) {
        this(out, MOST_FINDINGS, MOST_BYTES);
    }

    HtmlReport(OutputStream out, int mostFindings, long mostBytes) {
        this.out = out;
        this.spill = new ResultSpill(mostFindings, mostBytes, Importance.RANKS);
    }

    @Override
    public void begin(ReportContext reportContext) {
        context = reportContext;
        overview = new HtmlOverview(reportContext.rules());
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (context == null || overview == null) {
            throw new IllegalStateException("begin has not been called");
        }
        overview.count(finding);
        String family = overview.family(finding.rule());
        String level = finding.level().id();
        String attributes =
                " class=\"finding " + level + "\" data-level=\"" + level + "\" data-rule=\"" + Html.text(finding.rule())
                        + "\" data-family=\"" + family + "\" data-at=\"" + Html.text(at(finding)) + "\"";
        String html = new HtmlFinding(finding, context, family).render();
        // Neither of the first two holds a line end.
        spill.add(Importance.rank(finding), Html.text(finding.file().path()) + "\n" + attributes + "\n" + html);
    }

    private static String at(Finding finding) {
        return finding.file().path() + ":" + finding.span().startLine() + ":"
                + finding.span().startColumn();
    }

    @Override
    public void notification(Notification notification) {
        if (notification.kind() != Notification.Kind.INFO) {
            notifications.add(notification);
        }
    }

    @Override
    public void compared(BaselineTrend baselineTrend) {
        trend = baselineTrend;
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        if (context == null || overview == null) {
            throw new IllegalStateException("begin has not been called");
        }
        HtmlAssets assets = new HtmlAssets();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        head(writer, assets, context);
        writer.append(
                "<section id=\"overview\" aria-labelledby=\"h-overview\">\n<h2 id=\"h-overview\">Overview</h2>\n");
        writer.append(overview.render(summary, trend));
        notices(writer);
        writer.append("</section>\n");
        findings(writer);
        notAnalyzed(writer);
        rules(writer, overview.withFindings());
        foot(writer, assets);
        writer.flush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private void head(Writer writer, HtmlAssets assets, ReportContext itsContext) throws IOException {
        String found = spill.size() == 0 ? "No findings" : TextOutput.count(spill.size(), "finding");
        writer.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(assets.policy())
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>Heed: ")
                .append(found)
                .append("</title>\n<style>")
                .append(assets.style())
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n")
                .append("<header>\n<h1>")
                .append(found)
                .append("</h1>\n<p class=\"sub\">Heed ")
                .append(Html.text(itsContext.toolVersion()))
                .append(": cancellations that are swallowed, forgotten or misreported</p>\n</header>\n<main>\n");
    }

    private void notices(Writer writer) throws IOException {
        spill.drain((rank, result) -> {});
        if (spill.leftOut() > 0) {
            writer.append("<p class=\"notice\" id=\"left-out\">")
                    .append(TextOutput.count(spill.leftOut(), "finding"))
                    .append(spill.leftOut() == 1 ? " is" : " are")
                    .append(
                            " counted here but not shown below, the least important ones: a browser could not show them")
                    .append(" all. The SARIF and JSON reports hold more.</p>\n");
        }
        if (!notifications.sorted().isEmpty()) {
            writer.append("<p class=\"notice\">The scan is incomplete; findings may be missing. ")
                    .append("<a href=\"#incomplete\">What was not analyzed</a></p>\n");
        }
    }

    private void findings(Writer writer) throws IOException {
        writer.append(
                "<section id=\"findings\" aria-labelledby=\"h-findings\">\n<h2 id=\"h-findings\">Findings</h2>\n");
        bar(writer);
        Findings sections = new Findings(writer, spill.size() <= MOST_OPEN);
        try (spill) {
            spill.drain((rank, result) -> sections.add(result));
        }
        sections.end();
        writer.append("</section>\n");
    }

    /** Written findings on their way to the page, a section for each file. */
    private static final class Findings {
        private final Writer writer;
        private final boolean isOpen;
        private String file = "";
        private int number;

        Findings(Writer writer, boolean isOpen) {
            this.writer = writer;
            this.isOpen = isOpen;
        }

        void add(String result) throws IOException {
            int path = result.indexOf('\n');
            int attributes = result.indexOf('\n', path + 1);
            String itsFile = result.substring(0, path);
            if (number == 0 || !itsFile.equals(file)) {
                writer.append(number == 0 ? "" : "</section>\n").append("<section class=\"file\">\n<h3><code>");
                writer.append(itsFile).append("</code></h3>\n");
                file = itsFile;
            }
            number++;
            writer.append("<details id=\"f").append(Integer.toString(number)).append('"');
            writer.append(result, path + 1, attributes).append(isOpen || number == 1 ? " open" : "");
            writer.append('>').append(result, attributes + 1, result.length()).append("</details>\n");
        }

        void end() throws IOException {
            writer.append(number == 0 ? "<p>Nothing was found.</p>\n" : "</section>\n");
        }
    }

    private static void bar(Writer writer) throws IOException {
        writer.append("<div class=\"bar needs-script\" hidden role=\"search\">\n")
                .append("<input type=\"search\" id=\"filter\" aria-label=\"Filter the findings\"")
                .append(
                        " placeholder=\"Filter: words, rule:, family:, file:\" autocomplete=\"off\" spellcheck=\"false\">\n");
        for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
            writer.append("<label><input type=\"checkbox\" name=\"level\" value=\"")
                    .append(level.id());
            writer.append("\" checked> <span class=\"")
                    .append(level.id())
                    .append("\">")
                    .append(level.id());
            writer.append("s</span></label>\n");
        }
        writer.append("<output id=\"count\" aria-live=\"polite\"></output>\n")
                .append("<button type=\"button\" id=\"open\">Open or close all</button>\n")
                .append("<button type=\"button\" id=\"theme\">Light or dark</button>\n")
                .append("<button type=\"button\" id=\"keys\" aria-label=\"Keys\">?</button>\n</div>\n");
    }

    private void notAnalyzed(Writer writer) throws IOException {
        List<Notification> all = notifications.sorted();
        if (all.isEmpty()) {
            return;
        }
        writer.append("<section id=\"incomplete\" aria-labelledby=\"h-incomplete\">\n")
                .append("<h2 id=\"h-incomplete\">Not analyzed</h2>\n<ul>\n");
        for (Notification notification : all.subList(0, Math.min(MOST_NOTIFICATIONS, all.size()))) {
            String place = Html.text(Notifications.place(notification));
            writer.append("<li>").append(place.isEmpty() ? "" : "<code>" + place + "</code> ");
            writer.append(notification.kind() == Notification.Kind.INTERNAL_ERROR ? "Internal error: " : "");
            writer.append(Html.text(notification.message())).append("</li>\n");
        }
        int left = notifications.left() + Math.max(0, all.size() - MOST_NOTIFICATIONS);
        writer.append(left > 0 ? "<li>and " + TextOutput.count(left, "message") + " more</li>\n" : "");
        writer.append("</ul>\n</section>\n");
    }

    private static void rules(Writer writer, List<RuleDescriptor> rules) throws IOException {
        if (rules.isEmpty()) {
            return;
        }
        Set<String> names = rules.stream().map(RuleDescriptor::name).collect(Collectors.toSet());
        writer.append("<section id=\"rules\" aria-labelledby=\"h-rules\">\n<h2 id=\"h-rules\">The rules</h2>\n");
        for (RuleDescriptor rule : rules) {
            String name = Html.text(rule.name());
            writer.append("<details class=\"page\" id=\"rule-")
                    .append(name)
                    .append("\"><summary><b>")
                    .append(name);
            writer.append("</b>: ").append(Html.text(rule.summary())).append("</summary>\n");
            // The summary has said what the page's own heading says.
            String page = rule.page().replaceFirst("^# .*\\R", "");
            writer.append(HtmlMarkdown.of(page, names)).append("</details>\n");
        }
        writer.append("</section>\n");
    }

    private static void foot(Writer writer, HtmlAssets assets) throws IOException {
        writer.append("</main>\n<dialog id=\"help\" aria-labelledby=\"h-help\">\n<h2 id=\"h-help\">Keys</h2>\n<dl>\n");
        String[] keys = {
            "j",
            "the next finding",
            "k",
            "the one before it",
            "Enter",
            "open or close it",
            "o",
            "open or close all",
            "/",
            "filter",
            "Esc",
            "take the filter away",
            "?",
            "this help"
        };
        for (int i = 0; i < keys.length; i += 2) {
            writer.append("<dt><kbd>")
                    .append(keys[i])
                    .append("</kbd></dt><dd>")
                    .append(keys[i + 1])
                    .append("</dd>\n");
        }
        writer.append("</dl>\n<form method=\"dialog\"><button>Close</button></form>\n</dialog>\n<script>")
                .append(assets.script())
                .append("</script>\n</body>\n</html>\n");
    }
}
