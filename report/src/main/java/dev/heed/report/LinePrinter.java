package dev.heed.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.util.Set;

/** JSON without white space, but with one line for each finding: to look at, to compare, and for tools that read lines. */
final class LinePrinter extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 4;

    private static final Set<String> LISTS = Set.of("findings", "results", "notifications", "rules");

    @Override
    public void beforeArrayValues(JsonGenerator generator) throws IOException {
        breakLine(generator);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
        generator.writeRaw(',');
        breakLine(generator);
    }

    private static void breakLine(JsonGenerator generator) throws IOException {
        JsonStreamContext list = generator.getOutputContext();
        JsonStreamContext owner = list.getParent();
        int depth = 0;
        for (JsonStreamContext c = owner; c != null && !c.inRoot(); c = c.getParent()) {
            depth++;
        }
        if (owner != null && owner.getCurrentName() != null && depth <= DEEPEST) {
            if (LISTS.contains(owner.getCurrentName())) {
                generator.writeRaw('\n');
            }
        }
    }
}
