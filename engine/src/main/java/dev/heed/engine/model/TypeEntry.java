package dev.heed.engine.model;

import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one model file says of a type. Null where it is silent.
 *
 * @param signal what kind of signal it is, if it says so
 * @param closeable whether constructing one takes something that must be closed
 * @param alsoForTypes simple names: what is said of loggers and the like also holds for unknown types so named
 * @param alsoForReceivers names of variables and fields of unknown type for which it holds too
 * @param since the JDK release in which the type appeared, or 0
 * @param until the last JDK release that has it, or 0
 * @param sources where what is said stands: documentation, or the place of a source; not kept in the compiled form
 */
record TypeEntry(
        String type,
        @Nullable SignalFact signal,
        @Nullable StatusWhenThrown statusWhenThrown,
        @Nullable Boolean carrier,
        @Nullable Boolean constructorRestores,
        @Nullable Boolean closeable,
        List<String> alsoForTypes,
        List<String> alsoForReceivers,
        List<MethodEntry> methods,
        int since,
        int until,
        List<String> sources,
        Problems.Position position) {

    TypeEntry {
        alsoForTypes = List.copyOf(alsoForTypes);
        alsoForReceivers = List.copyOf(alsoForReceivers);
        methods = List.copyOf(methods);
        sources = List.copyOf(sources);
    }

    /** That a type is a signal of a kind, or (null) that it is none. */
    record SignalFact(@Nullable Signal kind) {}
}
