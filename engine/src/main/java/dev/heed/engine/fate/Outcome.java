package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of one path of a signal.
 *
 * @param exit the statement by which the signal leaves, or where it dies
 * @param thrownType the exception type that leaves, or null if none does
 * @param carriesCause whether the exception that leaves is the signal or was built with it
 * @param stall the call that is aborted, for STALLED and SPIN
 * @param looped whether the path went round a loop that contains the handler
 * @param bounded whether all loops that the path went round end by themselves, after some turns
 * @param worked whether the path passed another call that may wait
 * @param restored whether the status was set again on the way
 * @param aborted whether a callee's wait was aborted on the way, because the status was set
 * @param stallEscapes for STALLED: whether the interrupt that the aborted call throws leaves the function as itself
 * @param resultIsHolder whether the returned value is the signal or was built with it
 * @param constant the boolean returned, if it is known
 * @param fields what is known at the exit of fields of this object, by name
 * @param events in order, the exit last
 */
public record Outcome(
        Fate fate,
        Status status,
        Span exit,
        @Nullable String thrownType,
        boolean carriesCause,
        Op.@Nullable Call stall,
        boolean looped,
        boolean bounded,
        boolean worked,
        boolean restored,
        boolean aborted,
        boolean stallEscapes,
        boolean resultIsHolder,
        @Nullable Object constant,
        Map<Object, Object> fields,
        List<Event> events) {

    public Outcome {
        fields = Map.copyOf(fields);
        events = List.copyOf(events);
    }

    /** Whether an event of this kind lies on the path. */
    public boolean has(Event.Kind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }
}
