package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitLabReportTest {
    /** The fields that GitLab's documentation of the Code Quality report format asks for, and what it takes for them. */
    private static final String SHAPE = """
            {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["description", "check_name", "fingerprint", "severity", "location"],
                "properties": {
                  "description": { "type": "string", "minLength": 1 },
                  "check_name": { "type": "string", "minLength": 1 },
                  "fingerprint": { "type": "string", "minLength": 1 },
                  "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                  "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                      "path": { "type": "string", "pattern": "^[^/]" },
                      "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": { "begin": { "type": "integer", "minimum": 1 } }
                      }
                    }
                  }
                }
              }
            }
            """;

    @Test
    void hasTheDocumentedShape() throws IOException {
        String report = Written.by(
                ReportFormat.GITLAB,
                FakeFindings.context().build(),
                FakeFindings.both(),
                List.of(FakeFindings.broken(), FakeFindings.crash()));

        assertThat(Schemas.errors(report, SHAPE)).isEmpty();
        JsonNode violations = new ObjectMapper().readTree(report);
        assertThat(violations.findValuesAsText("severity")).containsExactly("minor", "major", "critical", "critical");
        assertThat(violations.findValuesAsText("check_name"))
                .containsExactly("wrapped-without-restore", "swallowed-interrupt", "internal-error", "incomplete-scan");
        assertThat(violations.at("/1/location/lines/begin").asInt()).isEqualTo(19);
        assertThat(violations.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    }

    @Test
    void theFingerprintIsThatOfTheOtherReports() throws IOException {
        ReportContext context = FakeFindings.context().build();
        JsonNode violations =
                new ObjectMapper().readTree(Written.by(ReportFormat.GITLAB, context, FakeFindings.both(), List.of()));
        JsonNode json =
                new ObjectMapper().readTree(Written.by(ReportFormat.JSON, context, FakeFindings.both(), List.of()));

        assertThat(violations.findValuesAsText("fingerprint"))
                .isEqualTo(json.get("findings").findValuesAsText("fingerprint"));
    }

    @Test
    void aCleanScanIsAnEmptyList() throws IOException {
        String report = Written.by(ReportFormat.GITLAB, FakeFindings.context().build(), List.of(), List.of());

        assertThat(Schemas.errors(report, SHAPE)).isEmpty();
        assertThat(new ObjectMapper().readTree(report)).isEmpty();
    }
}
