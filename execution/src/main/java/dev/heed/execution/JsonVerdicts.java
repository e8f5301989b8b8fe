package dev.heed.execution;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.witness.Step;
import dev.heed.verify.witness.Witness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Verdicts as one JSON object. It holds no time: equal verdicts give equal bytes. */
public final class JsonVerdicts {
    /** Raised when a field goes or changes its meaning; a new field does not raise it. */
    private static final int VERSION = 1;

    private JsonVerdicts() {}

    /** Writes them; the stream is flushed, and stays open. */
    public static void write(List<Verified> all, int exitCode, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonMapper()
                .getFactory()
                .createGenerator(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            json.disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("findings");
            for (Verified verified : all) {
                json.writeRaw('\n');
                finding(json, verified);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("summary");
            json.writeNumberField("findings", all.size());
            for (Verdict verdict : Verdict.values()) {
                json.writeNumberField(verdict.id(), Verified.count(all, verdict));
            }
            json.writeNumberField("exitCode", exitCode);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void finding(JsonGenerator json, Verified verified) throws IOException {
        Flagged flagged = verified.flagged();
        Answer answer = verified.answer();
        json.writeStartObject();
        json.writeStringField("rule", flagged.rule());
        json.writeStringField("level", flagged.level());
        json.writeStringField("file", flagged.path());
        json.writeNumberField("line", flagged.line());
        json.writeNumberField("column", flagged.column());
        json.writeStringField("function", flagged.claim().function());
        json.writeStringField("message", flagged.message());
        json.writeStringField("fingerprint", flagged.fingerprint());
        json.writeStringField("verdict", answer.verdict().id());
        Obstacle obstacle = answer.obstacle();
        if (obstacle != null) {
            json.writeStringField("obstacle", obstacle.id());
            json.writeStringField("reason", answer.reason());
        }
        if (!answer.driven().isEmpty()) {
            json.writeStringField("driven", answer.driven());
            json.writeBooleanField("synthetic", answer.isSynthetic());
        }
        if (answer.verdict() == Verdict.CONFIRMED) {
            json.writeFieldName("witness");
            witness(json, answer.witnesses().get(0));
        }
        json.writeEndObject();
    }

    private static void witness(JsonGenerator json, Witness witness) throws IOException {
        json.writeStartObject();
        json.writeStringField("property", witness.property().name());
        json.writeStringField("message", witness.message());
        json.writeStringField("cancelledAt", witness.point().name());
        json.writeStringField("signal", witness.signal());
        json.writeStringField("lost", witness.lost());
        json.writeArrayFieldStart("steps");
        for (Step step : witness.steps()) {
            json.writeStartObject();
            json.writeStringField("file", step.file());
            json.writeNumberField("line", step.line());
            json.writeStringField("where", step.where());
            json.writeStringField("what", step.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
