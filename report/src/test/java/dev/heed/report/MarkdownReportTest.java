package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    @Test
    void hasATableAndTheDetails() {
        String report = written(
                FakeFindings.context()
                        .workingDirectory(Path.of("/ci/project"))
                        .links(SourceLinks.of(SourceLinksTest.GITHUB))
                        .build(),
                FakeFindings.both());

        String url =
                "https://github.com/acme/app/blob/0123456789abcdef0123456789abcdef01234567/src/main/java/app/Worker.java";
        assertThat(report)
                .startsWith("## Heed: 2 findings\n\n1 warning, 1 note in 120 files.\n")
                .contains("| warning | `swallowed-interrupt` | [`src/main/java/app/Worker.java:19`](<" + url
                        + "#L19>) | ")
                .contains("1. [`src/main/java/app/Worker.java:17`](<" + url + "#L17>): 'take' delivers the interrupt\n")
                .contains("1. `lib/net-1.0-sources.jar!/net/Connections.java:5`: 'await' delivers the interrupt\n")
                .contains("**Remedy:** Leave the loop")
                .contains(
                        "```diff\n@@ src/main/java/app/Worker.java:20 @@\n-                log.warn(\"interrupted\", e);\n+ ");
    }

    @Test
    void saysSoWhenClean() {
        assertThat(written(FakeFindings.context().build(), List.of()))
                .isEqualTo("## Heed: no findings\n\nNothing found in 120 files.\n");
    }

    @Test
    void tellsWhatWasNotAnalyzed() {
        assertThat(Written.by(
                        ReportFormat.MARKDOWN,
                        FakeFindings.context().build(),
                        List.of(),
                        List.of(FakeFindings.broken())))
                .contains(
                        "**The scan is incomplete; findings may be missing.**\n\n- `src/main/java/app/Broken.java:3:7`: ");
    }

    @Test
    void tellsWhatBecameOfTheBaseline() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Report report = ReportFormat.MARKDOWN.to(out)) {
            report.begin(FakeFindings.context().build());
            report.compared(new BaselineTrend(1, 4, List.of(new Baseline.Entry("r", "f", "g", "m", "p", "c")), 0));
            report.end(FakeFindings.summary(List.of(), 0), 0);
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Against the baseline: **1 new**, 4 known, 1 no longer found.\n");
    }

    @Test
    void neverGrowsBeyondAComment() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            findings.add(numbered(i, i % 100 == 99 ? Level.ERROR : Level.NOTE));
        }
        List<Notification> trouble = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            trouble.add(Notification.incomplete("f" + i, null, "No. ".repeat(200)));
        }

        String report = Written.by(ReportFormat.MARKDOWN, FakeFindings.context().build(), findings, trouble);

        assertThat(report.length()).isBetween(50_000, 65_536);
        assertThat(report)
                .containsPattern("\n2,\\d{3} findings have no room here, the least important ones;")
                .containsPattern("\nFor \\d+ findings of the table there is no room to tell the path.\n")
                .containsPattern("\n- and \\d+ messages more\n");
        assertThat(report.lines().filter(line -> line.startsWith("| error |")))
                .as("what matters most is kept")
                .hasSize(30);
        assertThat(report.split("<details>", -1)).hasSameSizeAs(report.split("</details>", -1));
    }

    @Test
    void aFindingThatIsTooLongIsLeftOut() {
        FakeSource source = new FakeSource("A.java", "x");
        Finding endless = FakeFindings.plain(source, new Span(1, 1, 1, 2), "No ".repeat(100_000));

        assertThat(written(FakeFindings.context().build(), List.of(endless)))
                .hasSizeLessThan(65_536)
                .contains("1 finding has no room here");
    }

    @Test
    void hostileTextStaysText() {
        Finding finding = FakeFindings.plain(
                new FakeSource("a`|b</code><img src=x>\n## c.java", "```\nx\n```"),
                new Span(1, 1, 1, 2),
                "See @everyone, #12, [x](javascript:1), <script>, `y` | https://evil.example *z*.");

        String report = written(FakeFindings.context().build(), List.of(finding));

        assertThat(report)
                .contains("See @<!-- -->everyone, #<!-- -->12, \\[x\\](javascript:1), &lt;script&gt;, \\`y\\` \\|"
                        + " https:<!-- -->//evil.example \\*z\\*.")
                .contains("| ``a`\\|b</code><img src=x> ## c.java:1`` |")
                .contains("<code>a`|b&lt;/code&gt;&lt;img src=x&gt; ## c.java:1</code>");
        assertThat(report.lines().filter(line -> line.startsWith("#"))).containsExactly("## Heed: 1 finding");
    }

    private static String written(ReportContext context, List<Finding> findings) {
        return Written.by(ReportFormat.MARKDOWN, context, findings, List.of());
    }

    private static Finding numbered(int i, Level level) {
        Finding model = FakeFindings.swallowed();
        return new Finding(
                model.rule(),
                level,
                model.confidence(),
                model.file(),
                model.span(),
                model.function(),
                model.message() + i,
                model.path(),
                model.related(),
                model.remedy(),
                model.fixes());
    }
}
