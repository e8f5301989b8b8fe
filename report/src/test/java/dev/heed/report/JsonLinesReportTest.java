package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void saysTheSameAsTheJsonReport() throws IOException {
        JsonNode whole = MAPPER.readTree(written(ReportFormat.JSON));
        List<String> lines = written(ReportFormat.JSON_LINES).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(MAPPER.readTree(lines.get(0))).isEqualTo(whole.at("/findings/0"));
        assertThat(MAPPER.readTree(lines.get(1))).isEqualTo(whole.at("/findings/1"));
        ObjectNode rest = (ObjectNode) whole;
        rest.remove(List.of("rules", "findings"));
        assertThat(MAPPER.readTree(lines.get(2))).isEqualTo(rest);
    }

    @Test
    void fitsTheSchema() throws IOException {
        ObjectNode schema = (ObjectNode) MAPPER.readTree(Files.readString(Schemas.DOCS.resolve("report-schema.json")));
        // The properties stay: the definition refers to them.
        schema.remove(List.of("type", "additionalProperties", "required"));
        schema.put("$ref", "#/$defs/line");

        for (String line : written(ReportFormat.JSON_LINES).lines().toList()) {
            assertThat(Schemas.errors(line, schema.toString())).isEmpty();
        }
        assertThat(Schemas.errors("{\"version\":1}", schema.toString())).isNotEmpty();
    }

    @Test
    void aCleanScanIsOneLine() {
        assertThat(Written.by(ReportFormat.JSON_LINES, FakeFindings.context().build(), List.of(), List.of())
                        .lines())
                .singleElement()
                .asString()
                .startsWith("{\"version\":1,\"tool\":{\"name\":\"heed\"")
                .endsWith("\"exitCode\":0}}");
    }

    @Test
    void keepsToOneLineWhateverTheNames() throws IOException {
        var finding = FakeFindings.plain(new FakeSource("a\nb.java", "x"), new Span(1, 1, 1, 2), "one\r\n\ud83d two.");

        String first = Written.by(
                        ReportFormat.JSON_LINES, FakeFindings.context().build(), List.of(finding), List.of())
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(MAPPER.readTree(first).get("file").asText()).isEqualTo("a\nb.java");
    }

    private static String written(ReportFormat format) {
        return Written.by(format, FakeFindings.context().build(), FakeFindings.both(), List.of(FakeFindings.broken()));
    }
}
