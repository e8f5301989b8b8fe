package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\\s*>");
    private static final Set<String> VOID = Set.of("meta", "input");

    @Test
    void drawsThePathOverTheCode() {
        String page = written(FakeFindings.swallowed());

        assertThat(page)
                .contains("<mark class=\"s\">queue.take()</mark>")
                .contains("} <mark class=\"m\">catch (InterruptedException e)</mark> {")
                .contains(
                        "<b class=\"no r3\">3</b><span class=\"say r3\">the loop goes on; the interrupt is lost</span>")
                .contains("<b class=\"no r6\">1</b><span class=\"say r6\">&#39;take&#39; delivers the interrupt</span>")
                .contains("<b class=\"no r9\">2</b>");
        assertThat(page)
                .as("from step 1 down to step 2, and from there up to step 3, beside it")
                .contains(
                        "<div class=\"code L2\">\n<i class=\"go down k1 r6 z9\"></i>\n<i class=\"go up k2 r3 z9\"></i>\n");
        assertThat(page)
                .contains("<b>Fix</b> <span class=\"safe\">safe</span> Restore the interrupt status and leave the loop")
                .contains(
                        "<del><span class=\"ln\">20</span><span>-</span><code>log.warn(&quot;interrupted&quot;, e);</code></del>")
                .contains("<ins><span class=\"ln\">21</span><span>+</span><code>return;</code></ins>")
                .contains("<span class=\"unsafe\">unsafe</span> Let the exception pass to the caller");
    }

    @Test
    void showsEveryFileOfThePath() {
        String page = written(FakeFindings.wrapped());

        assertThat(page)
                .contains("<div class=\"at r1\">src/main/java/app/Pool.java</div>")
                .contains("lib/net-1.0-sources.jar!/net/Connections.java</div>")
                .contains("<mark class=\"s\">changed.await()</mark>;");
    }

    @Test
    void countsByRuleAndTellsItsPage() {
        String page = report(FakeFindings.both(), null);

        assertThat(page)
                .contains("<h1>2 findings</h1>")
                .contains("<dt>Warnings</dt><dd class=\"warning\">1</dd>")
                .contains("<dt>Errors</dt><dd>0</dd>")
                .contains("<td class=\"num\" data-q=\"rule:swallowed-interrupt\">1</td>")
                .contains("<details class=\"page\" id=\"rule-swallowed-interrupt\">")
                .contains("after which <b>nobody</b> can know")
                .contains("<a href=\"#rule-swallowed-interrupt\">about this rule</a>");
        assertThat(report(List.of(), null)).contains("<h1>No findings</h1>").contains("<p>Nothing was found.</p>");
    }

    @Test
    void tellsWhatBecameOfTheBaseline() {
        Baseline.Entry gone = new Baseline.Entry("lost-thing", "A.java", "a.B<T>.c", "m", "f", "c");

        String page = report(FakeFindings.both(), new BaselineTrend(2, 3, List.of(gone), 1));

        assertThat(page)
                .contains("<dt>New since the baseline</dt><dd>2</dd>")
                .contains("<dt>Known from the baseline</dt><dd>5</dd>")
                .contains("<dt>No longer found</dt><dd>1</dd>")
                .contains("<dt>Suppressed in sources</dt><dd>4</dd>")
                .contains("<li>lost-thing in <code>a.B&lt;T&gt;.c</code></li>")
                .contains("1 finding of the baseline could not be looked for");
        assertThat(isWellNested(page)).isTrue();
    }

    @Test
    void tellsWhatWasNotAnalyzed() {
        assertThat(Written.by(
                        ReportFormat.HTML, FakeFindings.context().build(), List.of(), List.of(FakeFindings.broken())))
                .contains("<a href=\"#incomplete\">What was not analyzed</a>")
                .contains("<li><code>src/main/java/app/Broken.java:3:7</code> The method &#39;f&#39; is not analyzed");
    }

    @Test
    void linksToTheSourceInCi() {
        ReportContext context = FakeFindings.context()
                .workingDirectory(Path.of("/ci/project"))
                .links(SourceLinks.of(SourceLinksTest.GITHUB))
                .build();

        assertThat(Written.by(ReportFormat.HTML, context, FakeFindings.both(), List.of()))
                .contains("src/main/java/app/Worker.java#L19\" rel=\"noreferrer\">source</a>");
    }

    /** Nothing is loaded, and nothing runs but what stands in the policy. */
    @Test
    void itsPolicyAllowsItsOwnStyleAndScriptOnly() {
        String page = report(FakeFindings.both(), null);

        assertThat(page)
                .contains("content=\"default-src 'none'; style-src '" + hash(between(page, "<style>", "</style>"))
                        + "'; script-src '" + hash(between(page, "<script>", "</script>"))
                        + "'; base-uri 'none'; form-action 'none'\">");
        assertThat(page).doesNotContain(" style=").doesNotContain(" src=").doesNotContain("<link");
        assertThat(between(page, "<script>", "</script>"))
                .doesNotContain("innerHTML")
                .doesNotContain("eval");
    }

    @Test
    void hostileTextStaysText() {
        String evil = "</code></style></script><script>alert(1)</script><img src=x onerror=\"a\">'\"&amp; \u202e\u0000";
        FakeSource source = new FakeSource(evil + "\n.java", "  " + evil + "\n" + "\t".repeat(50_000) + "<!--");
        Span first = new Span(1, 3, 1, 9);
        Finding finding = new Finding(
                "x\" onclick=\"" + evil,
                Level.ERROR,
                Finding.Confidence.PROVED,
                source,
                first,
                evil,
                evil,
                List.of(new Step(source, first, evil), new Step(source, new Span(2, 40_000, 2, 40_001), evil)),
                List.of(new Step(source, first, evil)),
                evil,
                List.of());

        String page = written(finding);

        assertThat(page.split("<script>", -1)).hasSize(2);
        assertThat(page).doesNotContain("<img").doesNotContain("\u0000").doesNotContain("\u202e");
        assertThat(page).contains("&lt;/code&gt;&lt;/style&gt;&lt;/script&gt;&lt;script&gt;alert(1)");
        assertThat(isWellNested(page)).isTrue();
        assertThat(page.length()).isLessThan(200_000);
    }

    @Test
    void isWellFormed() {
        String page = report(FakeFindings.both(), null);

        assertThat(isWellNested(page)).isTrue();
        assertThat(isWellNested(page.replaceFirst("</section>", "")))
                .as("the check can fail")
                .isFalse();
        assertThat(isWellNested(page.replaceFirst("</h1>", "<</h1>")))
                .as("the check can fail")
                .isFalse();
    }

    @Test
    void leavesOutTheLeastImportantAndSaysSo() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            findings.add(levelled(i, i % 4 == 3 ? Level.ERROR : Level.NOTE));
        }

        String few = written(findings, 15, Long.MAX_VALUE);
        assertThat(few)
                .contains("<h1>40 findings</h1>")
                .contains("<p class=\"notice\" id=\"left-out\">25 findings are counted here but not shown below");
        assertThat(few.split("<details id=\"f", -1)).hasSize(16);
        assertThat(few.split("data-level=\"error\"", -1)).as("all ten").hasSize(11);
        String small = written(findings, 1_000, 60_000);
        assertThat(small)
                .contains("id=\"left-out\"")
                .hasSizeLessThan(60_000 + written(List.of(), 1, 1).length() + 9_000);
        assertThat(small.split("data-level=\"error\"", -1)).hasSize(11);
        assertThat(written(findings, 40, Long.MAX_VALUE)).doesNotContain("id=\"left-out\"");
    }

    @Test
    void aLongPathKeepsToTheRowsOfTheStyleSheet() {
        String code = "step();\nfiller\nfiller\nfiller\n".repeat(100);
        FakeSource source = new FakeSource("A.java", code);
        List<Step> path = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            path.add(new Step(source, new Span(1 + 4 * i, 1, 1 + 4 * i, 7), "step " + i));
        }
        Finding model = FakeFindings.plain(source, new Span(201, 1, 201, 7), "No.");

        String page = written(new Finding(
                model.rule(),
                model.level(),
                model.confidence(),
                source,
                model.span(),
                "f",
                "No.",
                path,
                List.of(),
                "Do not.",
                List.of()));

        assertThat(page).contains("84 steps in the middle are not shown.");
        Matcher rows = Pattern.compile("class=\"[a-z ]+ r(\\d+)\"").matcher(page);
        int last = 0;
        while (rows.find()) {
            last = Math.max(last, Integer.parseInt(rows.group(1)));
        }
        assertThat(last).isBetween(60, HtmlCode.MOST_ROWS - 1);
        assertThat(page).contains(".r" + last + "{grid-row-start:" + last + "}");
    }

    @Test
    void aSourceThatIsGoneLeavesTheWords() {
        Finding finding = FakeFindings.plain(new FakeSource("Gone.java", null), new Span(3, 1, 3, 2), "No.");

        assertThat(written(finding)).contains("<span class=\"say r1\">line 3: it is lost here</span>");
    }

    private static String written(Finding finding) {
        return report(List.of(finding), null);
    }

    private static String report(List<Finding> findings, BaselineTrend trend) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Report html = ReportFormat.HTML.to(out)) {
            html.begin(FakeFindings.context().build());
            for (Finding finding : findings) {
                html.finding(finding);
            }
            if (trend != null) {
                html.compared(trend);
            }
            int known = trend == null ? 0 : 5;
            int suppressed = trend == null ? 0 : 4;
            html.end(
                    new ScanSummary(120, 9, 9, findings.size(), Map.of(), 0, Map.of(), Map.of(), suppressed, known, 0),
                    1);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String written(List<Finding> findings, int most, long mostBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HtmlReport html = new HtmlReport(out, most, mostBytes)) {
            html.begin(FakeFindings.context().build());
            for (Finding finding : findings) {
                html.finding(finding);
            }
            html.end(FakeFindings.summary(findings, 0), 1);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Finding levelled(int i, Level level) {
        Finding model = FakeFindings.swallowed();
        return new Finding(
                model.rule(),
                level,
                model.confidence(),
                model.file(),
                model.span(),
                model.function(),
                "No " + i + ".",
                model.path(),
                List.of(),
                model.remedy(),
                List.of());
    }

    private static String between(String page, String start, String end) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether every {@code <} begins a tag, and every tag that opens is closed in its place. */
    private static boolean isWellNested(String page) {
        String markup = page.replace(between(page, "<style>", "</style>"), "")
                .replace(between(page, "<script>", "</script>"), "")
                .replaceFirst("<!DOCTYPE html>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(markup);
        int at = 0;
        while (tag.find()) {
            if (markup.substring(at, tag.start()).contains("<")) {
                return false;
            }
            at = tag.end();
            String name = tag.group(2);
            if (tag.group(1).isEmpty()) {
                if (!VOID.contains(name)) {
                    open.push(name);
                }
            } else if (open.isEmpty() || !open.pop().equals(name)) {
                return false;
            }
        }
        return open.isEmpty() && !markup.substring(at).contains("<");
    }
}
