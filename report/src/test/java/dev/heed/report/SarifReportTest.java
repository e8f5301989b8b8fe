package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifReportTest {

    @Test
    void ofACleanScanHasRulesAndAnEmptyListOfResults() {
        JsonNode run = run(List.of(), List.of());

        assertThat(run.get("results").isArray()).isTrue();
        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/tool/driver/rules")).hasSize(2);
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(run.at("/invocations/0/exitCode").asInt()).isZero();
        assertThat(run.at("/invocations/0/startTimeUtc").asText()).isEqualTo("2026-11-22T10:11:12.000Z");
        assertThat(run.get("columnKind").asText()).isEqualTo("utf16CodeUnits");
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("heed/");
        assertThat(run.at("/originalUriBaseIds/SRCROOT/uri").asText()).isEqualTo("file:///work%20dir/project/");
    }

    @Test
    void hasWhatGitHubReadsOfARule() {
        JsonNode rule = run(List.of(), List.of()).at("/tool/driver/rules/0");

        assertThat(rule.get("name").asText()).isEqualTo("SwallowedInterrupt");
        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("An interrupt is caught and lost.");
        assertThat(rule.at("/fullDescription/text").asText())
                .startsWith("Finds handlers of InterruptedException after which nobody can know")
                .endsWith("interrupt.html).");
        assertThat(rule.at("/help/markdown").asText()).contains("## What it does");
        assertThat(rule.at("/help/text").asText()).doesNotContain("##", "```", "`", "**");
        assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("warning");
        assertThat(rule.at("/defaultConfiguration/enabled").asBoolean(true)).isTrue();
        assertThat(rule.at("/properties/precision").asText()).isEqualTo("very-high");
        assertThat(rule.at("/properties/problem.severity").asText()).isEqualTo("warning");
        assertThat(texts(rule.at("/properties/tags")))
                .containsExactly("cancellation", "swallowed", "java", "external/cwe/cwe-391", "external/cwe/cwe-1069");
        assertThat(rule.at("/relationships/0/target/id").asText()).isEqualTo("391");
    }

    @Test
    void saysThatARuleIsOffByDefault() {
        JsonNode rule = run(List.of(), List.of()).at("/tool/driver/rules/1");

        assertThat(rule.at("/defaultConfiguration/enabled").asBoolean(true)).isFalse();
    }

    @Test
    void namesTheTaxaThatTheRulesReferTo() {
        JsonNode run = run(List.of(), List.of());
        JsonNode taxa = run.at("/taxonomies/0/taxa");

        for (JsonNode rule : run.at("/tool/driver/rules")) {
            for (JsonNode relationship : rule.get("relationships")) {
                JsonNode target = relationship.get("target");
                assertThat(taxa.get(target.get("index").asInt()).get("id")).isEqualTo(target.get("id"));
            }
        }
        assertThat(taxa).hasSize(3);
    }

    @Test
    void hasThePathTheFixAndTheFingerprintsOfAFinding() {
        JsonNode run = run(FakeFindings.both(), List.of());
        JsonNode result = run.at("/results/1");

        assertThat(result.get("ruleId").asText()).isEqualTo("swallowed-interrupt");
        assertThat(run.at("/tool/driver/rules")
                        .get(result.get("ruleIndex").asInt())
                        .get("id"))
                .isEqualTo(result.get("ruleId"));
        assertThat(result.get("level").asText()).isEqualTo("warning");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("src/main/java/app/Worker.java");
        assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("SRCROOT");
        assertThat(place.at("/region/snippet/text").asText()).isEqualTo("catch (InterruptedException e)");
        assertThat(place.at("/region/endColumn").asInt()).isEqualTo(45);
        JsonNode steps = result.at("/codeFlows/0/threadFlows/0/locations");
        assertThat(steps).hasSize(3);
        assertThat(steps.at("/0/location/message/text").asText()).isEqualTo("'take' delivers the interrupt");
        assertThat(texts(steps, "importance")).containsExactly("essential", "important", "essential");
        assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
        JsonNode replacement = result.at("/fixes/0/artifactChanges/0/replacements/0");
        assertThat(replacement.at("/deletedRegion/startLine").asInt()).isEqualTo(20);
        assertThat(replacement.at("/insertedContent/text").asText()).startsWith("Thread.currentThread().interrupt();");
        assertThat(result.at("/fixes/0/properties/safety").asText()).isEqualTo("safe");
        assertThat(result.at("/fixes/1/properties/safety").asText()).isEqualTo("unsafe");
        assertThat(result.get("partialFingerprints")
                        .get("primaryLocationLineHash")
                        .asText())
                .isEqualTo(GitHubLineHash.of(FakeFindings.WORKER.content()).at(19));
        assertThat(result.get("partialFingerprints").get("heed/v1").asText()).matches("[0-9a-f]{24}:1");
        assertThat(result.at("/properties/confidence").asText()).isEqualTo("proved");
        assertThat(result.at("/properties/family").asText()).isEqualTo("swallowed");
    }

    @Test
    void saysTheLevelOfAFindingEvenIfItIsTheUsualOne() {
        Finding note = FakeFindings.wrapped();

        assertThat(run(List.of(note), List.of()).at("/results/0/level").asText())
                .isEqualTo("note");
    }

    @Test
    void tellsWhatWasNotAnalyzed() {
        JsonNode run = run(
                List.of(),
                List.of(
                        Notification.info(null, "Fine."),
                        FakeFindings.broken(),
                        FakeFindings.crash(),
                        Notification.incomplete("maven:g:a:1", null, "It does not exist. Check its spelling.")));
        JsonNode invocation = run.at("/invocations/0");
        JsonNode notifications = invocation.get("toolExecutionNotifications");

        assertThat(invocation.get("exitCode").asInt()).isEqualTo(3);
        assertThat(texts(notifications, "level")).containsExactly("error", "error", "error", "note");
        for (JsonNode notification : notifications) {
            JsonNode descriptor = notification.get("descriptor");
            assertThat(run.at("/tool/driver/notifications")
                            .get(descriptor.get("index").asInt())
                            .get("id"))
                    .isEqualTo(descriptor.get("id"));
        }
        assertThat(notifications.at("/0/exception/kind").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(notifications
                        .at("/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("maven%3Ag%3Aa%3A1");
        assertThat(notifications
                        .at("/2/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "src/A.java, SRCROOT, src/A.java",
        "'my src/Gr\u00fc\u00dfe \u8a9e.java', SRCROOT, 'my%20src/Gr%C3%BC%C3%9Fe%20%E8%AA%9E.java'",
        "lib/a b.jar!/p/A.java, SRCROOT, lib/a%20b.jar!/p/A.java",
        "a:b%c?d#e.java, SRCROOT, a%3Ab%25c%3Fd%23e.java",
        "'[x]{y}^|\"\\.java', SRCROOT, '%5Bx%5D%7By%7D%5E%7C%22%5C.java'",
        "./src/../B.java, SRCROOT, B.java",
        "/work dir/project/src/A.java, SRCROOT, src/A.java",
        "/other/root/p/A.java, ROOT1, p/A.java",
        "../up/A.java, , file:///work%20dir/up/A.java",
        "/far/x.jar!/A.java, , file:///far/x.jar!/A.java",
        "-, SRCROOT, -",
    })
    void namesSourcesByLegalUris(String path, String base, String uri) {
        ReportContext context = FakeFindings.context()
                .roots(List.of(java.nio.file.Path.of("/work dir/project/src"), java.nio.file.Path.of("/other/root")))
                .build();
        Finding finding = FakeFindings.plain(new FakeSource(path, "x"), new Span(1, 1, 1, 2), "m.");
        String log = Written.by(ReportFormat.SARIF, context, List.of(finding), List.of());
        JsonNode location =
                Schemas.validSarif(log).at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");

        assertThat(location.get("uri").asText()).isEqualTo(uri);
        assertThat(location.path("uriBaseId").asText(null)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u001b[31m\u0007",
                "half a pair \ud83d and \ude00 another",
                "\ud83d\ude00 {0} {1} {{x}} %s \\ \" </script> \u2028",
                "[x](1) and a[0](2)",
                "line\nline\r\nline"
            })
    void holdsWeirdTexts(String text) {
        FakeSource source = new FakeSource("A\u0000" + text + ".java", text + "x");
        Finding finding = FakeFindings.plain(source, new Span(1, 1, 1, 1), text);
        String log = Written.by(
                ReportFormat.SARIF,
                FakeFindings.context().build(),
                List.of(finding),
                List.of(Notification.incomplete(text, null, text)));

        assertThat(Schemas.validSarif(log).at("/runs/0/results")).hasSize(1);
        assertThat(Schemas.validReport(Written.by(
                                ReportFormat.JSON,
                                FakeFindings.context().build(),
                                List.of(finding),
                                List.of(Notification.incomplete(text, null, text))))
                        .get("findings"))
                .hasSize(1);
    }

    @Test
    void escapesWhatWouldBecomeALink() {
        Finding finding = FakeFindings.plain(new FakeSource("A.java", "x"), new Span(1, 1, 1, 2), "See [x](1), a[0].");

        assertThat(run(List.of(finding), List.of())
                        .at("/results/0/message/text")
                        .asText())
                .isEqualTo("See \\[x\\](1), a[0].");
    }

    @Test
    void doesNotCrashOnAChangedOrVanishedSource() {
        Finding vanished = FakeFindings.plain(new FakeSource("A.java", null), new Span(3, 1, 3, 2), "m.");
        Finding changed = FakeFindings.plain(new FakeSource("B.java", "short"), new Span(3, 1, 9, 2), "m.");
        JsonNode results = run(List.of(vanished, changed), List.of()).get("results");

        assertThat(results).hasSize(2);
        assertThat(results.at("/0/partialFingerprints").has("primaryLocationLineHash"))
                .isFalse();
        assertThat(results.at("/1/locations/0/physicalLocation/region").has("snippet"))
                .isFalse();
    }

    @Test
    void keepsTheMostImportantResultsIfThereAreTooMany() {
        List<Finding> findings = new ArrayList<>();
        FakeSource source = new FakeSource("A.java", "x\n".repeat(40));
        for (int line = 1; line <= 40; line++) {
            Level level = line % 10 == 0 ? Level.ERROR : line % 4 == 0 ? Level.WARNING : Level.NOTE;
            Finding f = FakeFindings.plain(source, new Span(line, 1, line, 2), "m.");
            findings.add(new Finding(
                    f.rule(),
                    level,
                    f.confidence(),
                    f.file(),
                    f.span(),
                    f.function(),
                    f.message(),
                    f.path(),
                    f.related(),
                    f.remedy(),
                    f.fixes()));
        }
        ReportContext context = FakeFindings.context().resultLimit(15).build();
        JsonNode run = Schemas.validSarif(Written.by(ReportFormat.SARIF, context, findings, List.of()))
                .at("/runs/0");
        List<Integer> lines = new ArrayList<>();
        run.get("results")
                .forEach(r -> lines.add(
                        r.at("/locations/0/physicalLocation/region/startLine").asInt()));

        assertThat(lines).containsExactly(1, 2, 3, 4, 8, 10, 12, 16, 20, 24, 28, 30, 32, 36, 40);
        JsonNode notification = run.at("/invocations/0/toolExecutionNotifications/0");
        assertThat(notification.at("/descriptor/id").asText()).isEqualTo("results-cut");
        assertThat(notification.at("/message/text").asText())
                .isEqualTo("25 of 40 findings are left out, the least important ones: code scanning takes at most 15.");
    }

    @Test
    void theSchemaRefusesWhatIsWrong() throws IOException {
        String log = Written.by(ReportFormat.SARIF, FakeFindings.context().build(), FakeFindings.both(), List.of());
        String schema = Schemas.sarifSchema();

        assertThat(Schemas.errors(log.replace("src/main/java/app/Pool.java", "src main"), schema))
                .isNotEmpty();
        assertThat(Schemas.errors(log.replace("\"startLine\":11,", "\"startLine\":0,"), schema))
                .isNotEmpty();
        assertThat(Schemas.errors(log.replace("2026-11-22T10:11:12.000Z", "1763806272000"), schema))
                .isNotEmpty();
    }

    private static JsonNode run(List<Finding> findings, List<Notification> notifications) {
        String log = Written.by(ReportFormat.SARIF, FakeFindings.context().build(), findings, notifications);
        return Schemas.validSarif(log).at("/runs/0");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(n -> n.get(field).asText())
                .toList();
    }
}
