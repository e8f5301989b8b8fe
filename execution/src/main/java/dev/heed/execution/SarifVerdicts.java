package dev.heed.execution;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.witness.Step;
import dev.heed.verify.witness.Witness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a SARIF log and adds the verdicts to its results: as a property, and where there is a witness as a code flow. */
public final class SarifVerdicts {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Verified> byPlace = new HashMap<>();

    /** With these verdicts. */
    public SarifVerdicts(List<Verified> verified) {
        verified.forEach(
                one -> byPlace.put(key(one.flagged().run(), one.flagged().result()), one));
    }

    private static String key(int run, int result) {
        return run + "/" + result;
    }

    /** Copies; the stream is flushed, and stays open. */
    public void copy(Path log, OutputStream out) throws IOException {
        try (JsonParser parser = MAPPER.createParser(Files.newBufferedReader(log));
                JsonGenerator generator = MAPPER.getFactory()
                        .createGenerator(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            generator.disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
            int run = -1;
            while (parser.nextToken() != null) {
                String place = parser.getParsingContext().pathAsPointer().toString();
                if (parser.currentToken() == JsonToken.START_OBJECT && place.matches("/runs/\\d+")) {
                    run++;
                }
                generator.copyCurrentEvent(parser);
                if (parser.currentToken() == JsonToken.START_ARRAY && SarifFindings.isResults(place)) {
                    results(parser, generator, run);
                }
            }
            generator.writeRaw('\n');
        }
    }

    private void results(JsonParser parser, JsonGenerator generator, int run) throws IOException {
        for (int number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            JsonNode result = MAPPER.readTree(parser);
            Verified verified = byPlace.get(key(run, number));
            if (verified != null && result instanceof ObjectNode object) {
                add(object, verified.answer());
            }
            generator.writeRaw('\n');
            MAPPER.writeTree(generator, result);
        }
        generator.writeEndArray();
    }

    private static void add(ObjectNode result, Answer answer) {
        ObjectNode verify = result.withObject("/properties").putObject("verify");
        verify.put("verdict", answer.verdict().id());
        Obstacle obstacle = answer.obstacle();
        if (obstacle != null) {
            verify.put("obstacle", obstacle.id());
            verify.put("reason", answer.reason());
        }
        if (!answer.driven().isEmpty()) {
            verify.put("driven", answer.driven());
            verify.put("synthetic", answer.isSynthetic());
        }
        if (!answer.witnesses().isEmpty() && obstacle == null) {
            Witness witness = answer.witnesses().get(0);
            verify.put("property", witness.property().name());
            verify.put("lost", witness.lost());
            addFlow(result, witness);
        }
    }

    private static void addFlow(ObjectNode result, Witness witness) {
        Map<String, JsonNode> artifacts = artifacts(result);
        ObjectNode flow = MAPPER.createObjectNode();
        flow.putObject("message").put("text", "Seen when it was run: " + witness.message());
        ArrayNode steps = flow.putArray("threadFlows").addObject().putArray("locations");
        ObjectNode last =
                location(artifacts, witness.point().file(), witness.point().line());
        for (Step step : witness.steps()) {
            ObjectNode own = step.file().isEmpty() ? last : location(artifacts, step.file(), step.line());
            if (own != null) {
                // The end of a run has no place of its own: it is shown at the last that had one.
                ObjectNode location = own.deepCopy();
                location.putObject("message").put("text", step.what());
                steps.addObject().set("location", location);
                last = own;
            }
        }
        if (!steps.isEmpty()) {
            result.withArray("codeFlows").add(flow);
        }
    }

    /** The files that the finding names, by their last names, which are all that a class file knows. */
    private static Map<String, JsonNode> artifacts(ObjectNode result) {
        Map<String, JsonNode> artifacts = new HashMap<>();
        for (JsonNode found : result.findValues("artifactLocation")) {
            String path = SarifFindings.path(found.path("uri").asText(""));
            artifacts.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), found);
        }
        return artifacts;
    }

    private static @Nullable ObjectNode location(Map<String, JsonNode> artifacts, String file, int line) {
        JsonNode artifact = artifacts.get(file);
        if (artifact == null || line < 1) {
            return null;
        }
        ObjectNode location = MAPPER.createObjectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.set("artifactLocation", artifact);
        physical.putObject("region").put("startLine", line);
        return location;
    }
}
