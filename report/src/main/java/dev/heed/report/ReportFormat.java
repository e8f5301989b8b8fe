package dev.heed.report;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a report. A new one is a constant here, a case in {@link #to}, and a class that implements {@link Report}. */
public enum ReportFormat {
    TEXT("findings with their code, for people", true),
    CONCISE("one line for each finding", true),
    JSON("one JSON object, see docs/report-schema.json", false),
    JSON_LINES("one JSON object a line, for jq and pipes", false),
    SARIF("SARIF 2.1.0, for code scanning services", false),
    GITHUB("annotations of a GitHub workflow", false),
    GITLAB("GitLab's Code Quality", false),
    JUNIT("JUnit's XML, for build servers", false),
    CHECKSTYLE("Checkstyle's XML, for what reads that", false),
    MARKDOWN("the comment of a pull request", false),
    HTML("one page to look through, in one file", false);

    private final String summary;
    private final boolean forPeople;

    ReportFormat(String summary, boolean forPeople) {
        this.summary = summary;
        this.forPeople = forPeople;
    }

    /** As written in options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for the help of an option, without a full stop. */
    public String summary() {
        return summary;
    }

    /** Whether it is meant to be read in a terminal: only such a format has colours, or another charset than UTF-8. */
    public boolean forPeople() {
        return forPeople;
    }

    /** A report in this format and in UTF-8. */
    public Report to(OutputStream out) {
        return to(out, StandardCharsets.UTF_8);
    }

    /** A report in this format; {@code charset} counts only if the format is {@linkplain #forPeople for people}. */
    public Report to(OutputStream out, Charset charset) {
        return switch (this) {
            case TEXT -> new TextReport(out, charset);
            case CONCISE -> new ConciseReport(out, charset);
            case JSON -> new JsonReport(out);
            case JSON_LINES -> new JsonLinesReport(out);
            case SARIF -> new SarifReport(out);
            case GITHUB -> new GitHubReport(out);
            case GITLAB -> new GitLabReport(out);
            case JUNIT -> new JUnitReport(out);
            case CHECKSTYLE -> new CheckstyleReport(out);
            case MARKDOWN -> new MarkdownReport(out);
            case HTML -> new HtmlReport(out);
        };
    }

    /** The format with this id. */
    public static Optional<ReportFormat> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }

    /** All ids, in the order in which help should list them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ReportFormat::id).toList();
    }
}
