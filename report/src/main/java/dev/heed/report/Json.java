package dev.heed.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** How the JSON formats write. */
final class Json {
    private Json() {}

    /**
     * A generator that leaves the stream open. It writes through an encoder of Java's, which replaces half a surrogate
     * pair, where Jackson's own would give up: sources may hold such halves, and snippets may cut pairs.
     */
    static JsonGenerator generator(JsonFactory factory, OutputStream out) throws IOException {
        JsonGenerator generator =
                factory.createGenerator(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        generator.disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
        generator.setPrettyPrinter(new LinePrinter());
        return generator;
    }
}
