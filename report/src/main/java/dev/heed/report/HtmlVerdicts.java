package dev.heed.report;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds to the page of an HTML report what running the code said to its findings. */
public final class HtmlVerdicts {
    private static final Pattern FINDING =
            Pattern.compile("<details id=\"f\\d+\" class=\"finding .*? data-rule=\"(.*?)\".*? data-at=\"(.*?)\".*");
    private static final String FINDINGS = "<h2 id=\"h-findings\">";
    private static final String REMEDY = "<p class=\"remedy\">";

    private final String summary;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    /**
     * What a run said to one finding.
     *
     * @param rule the rule's name
     * @param at the place, such as {@code src/Pool.java:12:5}
     * @param id {@code confirmed}, {@code not-reproduced} or {@code unconfirmed}
     * @param text the same in words
     * @param why one sentence
     * @param trace the lines of the witness; empty if there is none
     */
    public record Verdict(String rule, String at, String id, String text, String why, List<String> trace) {
        public Verdict {
            trace = List.copyOf(trace);
        }
    }

    /** With a sentence on all of them. */
    public HtmlVerdicts(String summary, List<Verdict> all) {
        this.summary = summary;
        all.forEach(one -> verdicts.put(key(Html.text(one.rule()), Html.text(one.at())), one));
    }

    private static String key(String rule, String at) {
        return rule + " " + at;
    }

    /** Copies the page; the stream is flushed, and stays open. */
    public void copy(Path page, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try (BufferedReader lines = Files.newBufferedReader(page)) {
            Verdict verdict = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher finding = FINDING.matcher(line);
                if (finding.matches()) {
                    verdict = verdicts.get(key(finding.group(1), finding.group(2)));
                } else if (line.startsWith(REMEDY)) {
                    writer.append(block(verdict));
                    verdict = null;
                }
                writer.append(line).append('\n');
                if (line.startsWith(FINDINGS)) {
                    writer.append("<p class=\"sub\">")
                            .append(Html.text(summary))
                            .append("</p>\n");
                }
            }
        }
        writer.flush();
    }

    private static String block(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "";
        }
        StringBuilder out = new StringBuilder("<div class=\"ran\"><p><b>Run</b> <span class=\"");
        out.append(Html.text(verdict.id())).append("\">").append(Html.text(verdict.text()));
        out.append("</span> ").append(Html.text(verdict.why())).append("</p>\n");
        if (!verdict.trace().isEmpty()) {
            out.append("<pre>");
            verdict.trace().forEach(line -> out.append(Html.text(line)).append('\n'));
            out.append("</pre>\n");
        }
        return out.append("</div>\n").toString();
    }
}
