package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.engine.rule.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void fitsItsSchema() {
        JsonNode report = Schemas.validReport(Written.by(
                ReportFormat.JSON,
                FakeFindings.context().build(),
                FakeFindings.both(),
                List.of(FakeFindings.broken(), FakeFindings.crash())));

        JsonNode finding = report.at("/findings/1");
        assertThat(finding.get("rule").asText()).isEqualTo("swallowed-interrupt");
        assertThat(finding.get("file").asText()).isEqualTo("src/main/java/app/Worker.java");
        assertThat(finding.at("/span/startLine").asInt()).isEqualTo(19);
        assertThat(finding.get("path")).hasSize(3);
        assertThat(finding.at("/path/0/message").asText()).isEqualTo("'take' delivers the interrupt");
        assertThat(finding.at("/fixes/0/safety").asText()).isEqualTo("safe");
        assertThat(report.at("/notifications/0/kind").asText()).isEqualTo("internal-error");
        assertThat(report.at("/summary/exitCode").asInt()).isEqualTo(3);
    }

    @Test
    void fitsItsSchemaWhenClean() {
        JsonNode report = Schemas.validReport(
                Written.by(ReportFormat.JSON, FakeFindings.context().build(), List.of(), List.of()));

        assertThat(report.get("findings")).isEmpty();
        assertThat(report.get("rules")).hasSize(2);
    }

    @Test
    void itsSchemaRefusesWhatIsWrong() throws IOException {
        String schema = Files.readString(Schemas.DOCS.resolve("report-schema.json"));
        String report = Written.by(ReportFormat.JSON, FakeFindings.context().build(), FakeFindings.both(), List.of());

        assertThat(Schemas.errors(report.replace("\"remedy\"", "\"advice\""), schema))
                .isNotEmpty();
        assertThat(Schemas.errors(report.replace("\"level\":\"note\"", "\"level\":\"hint\""), schema))
                .isNotEmpty();
    }

    @Test
    void itsSchemaKnowsEveryFamily() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Schemas.DOCS.resolve("report-schema.json")));
        List<String> known = new ArrayList<>();
        schema.at("/$defs/rule/properties/family/enum").forEach(name -> known.add(name.asText()));

        assertThat(known)
                .containsExactlyElementsOf(
                        Arrays.stream(Family.values()).map(Family::id).toList());
    }

    @Test
    void hasALineForEachFinding() {
        String report = Written.by(ReportFormat.JSON, FakeFindings.context().build(), FakeFindings.both(), List.of());

        assertThat(report.lines().filter(line -> line.startsWith("{\"rule\":"))).hasSize(2);
    }
}
