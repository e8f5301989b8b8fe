package dev.heed.engine.summary;

import dev.heed.engine.source.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a function catches an interrupt, sets the status again, and returns.
 *
 * @param constant the boolean it returns then, or null if it is none or not known
 * @param fields what is known then of fields of its object, by name
 * @param restored the call that sets the status
 */
public record RestoredReturn(@Nullable Object constant, Map<Object, Object> fields, Span restored) {
    public RestoredReturn {
        fields = Map.copyOf(fields);
    }
}
