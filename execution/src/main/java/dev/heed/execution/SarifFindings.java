package dev.heed.execution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heed.verify.code.Claim;
import dev.heed.verify.code.Claim.Lines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings of a SARIF log, one result in memory at a time. */
public final class SarifFindings {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<Flagged> findings = new ArrayList<>();
    private int leftOut;
    private boolean isLog;
    private int run = -1;

    private SarifFindings() {}

    /**
     * Reads a log.
     *
     * @throws SarifException if it is none
     */
    public static SarifFindings read(Path file) throws SarifException {
        SarifFindings read = new SarifFindings();
        try (JsonParser parser = MAPPER.createParser(Files.newBufferedReader(file))) {
            read.log(parser);
        } catch (NoSuchFileException e) {
            throw new SarifException("The file " + file + " does not exist.", e);
        } catch (JsonProcessingException e) {
            throw new SarifException(
                    "The file " + file + " is no SARIF log: "
                            + e.getOriginalMessage().lines().findFirst().orElse("it is no JSON") + ".",
                    e);
        } catch (IOException e) {
            throw new SarifException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (!read.isLog) {
            throw new SarifException("The file " + file + " is no SARIF log: it has no runs.", null);
        }
        return read;
    }

    /** In the order of the log. */
    public List<Flagged> findings() {
        return List.copyOf(findings);
    }

    /** How many results have no rule or no place, and are no findings of Heed's. */
    public int leftOut() {
        return leftOut;
    }

    private void log(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            String place = parser.getParsingContext().pathAsPointer().toString();
            if (parser.currentToken() == JsonToken.START_ARRAY && place.equals("/runs")) {
                isLog = true;
            }
            if (parser.currentToken() == JsonToken.START_OBJECT && isRun(place)) {
                run++;
            }
            if (parser.currentToken() == JsonToken.START_ARRAY && isResults(place)) {
                results(parser);
            }
        }
    }

    private static boolean isRun(String pointer) {
        return pointer.matches("/runs/\\d+");
    }

    /** Whether a place in a log is that of a run's results. */
    static boolean isResults(String pointer) {
        return pointer.matches("/runs/\\d+/results");
    }

    private void results(JsonParser parser) throws IOException {
        for (int result = 0; parser.nextToken() != JsonToken.END_ARRAY; result++) {
            JsonNode node = MAPPER.readTree(parser);
            if (isSettled(node)) {
                continue;
            }
            Optional<Flagged> finding = finding(node, result);
            finding.ifPresent(findings::add);
            leftOut += finding.isPresent() ? 0 : 1;
        }
    }

    /** Whether somebody has decided that it stays, or it is gone. */
    private static boolean isSettled(JsonNode result) {
        for (JsonNode suppression : result.path("suppressions")) {
            if (!suppression.path("status").asText("accepted").equals("rejected")) {
                return true;
            }
        }
        return result.path("baselineState").asText("").equals("absent");
    }

    private Optional<Flagged> finding(JsonNode result, int number) {
        JsonNode location = result.path("locations").path(0);
        Lines lines = lines(location);
        String rule = result.path("ruleId").asText("");
        if (rule.isEmpty() || lines.first() < 1) {
            return Optional.empty();
        }
        List<Lines> steps = new ArrayList<>();
        for (JsonNode step :
                result.path("codeFlows").path(0).path("threadFlows").path(0).path("locations")) {
            Lines at = lines(step.path("location"));
            if (at.first() > 0) {
                steps.add(at);
            }
        }
        String function = location.path("logicalLocations")
                .path(0)
                .path("fullyQualifiedName")
                .asText("");
        return Optional.of(new Flagged(
                run,
                number,
                rule,
                result.path("level").asText("warning"),
                result.path("message").path("text").asText(""),
                lines.path(),
                lines.first(),
                location.path("physicalLocation")
                        .path("region")
                        .path("startColumn")
                        .asInt(1),
                result.path("partialFingerprints").path("heed/v1").asText(""),
                new Claim(rule, lines, function, steps)));
    }

    private static Lines lines(JsonNode location) {
        JsonNode physical = location.path("physicalLocation");
        JsonNode region = physical.path("region");
        int first = region.path("startLine").asInt(0);
        return new Lines(
                path(physical.path("artifactLocation").path("uri").asText("")),
                first,
                Math.max(first, region.path("endLine").asInt(first)));
    }

    /** The path that a URI stands for; what is no URI is a path already. */
    static String path(String uri) {
        try {
            URI parsed = URI.create(uri);
            String path = parsed.getPath();
            return path == null ? uri : path;
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }
}
