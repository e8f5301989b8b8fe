package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JSON against its schema. */
final class Schemas {
    static final Path DOCS = Path.of("..", "docs");

    private Schemas() {}

    /** The log, which has been held against the official schema. */
    static JsonNode validSarif(String log) {
        try {
            return valid(log, sarifSchema());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String sarifSchema() throws IOException {
        try (InputStream schema = Schemas.class.getResourceAsStream("/schema/sarif-2.1.0.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The JSON report, which has been held against its schema. */
    static JsonNode validReport(String report) {
        try {
            return valid(report, Files.readString(DOCS.resolve("report-schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode valid(String json, String schemaText) throws IOException {
        assertThat(errors(json, schemaText)).isEmpty();
        return new ObjectMapper().readTree(json);
    }

    static List<Error> errors(String json, String schemaText) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText, InputFormat.JSON);
        return schema.validate(
                json, InputFormat.JSON, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }
}
