package dev.heed.engine.ir;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The functions in bodies that are read late, by who they are. Thread-safe. */
public final class LateFunctions {
    private final Map<MethodRef, Function> functions = new ConcurrentHashMap<>();

    public LateFunctions() {}

    /** Adds what stands in a body that has just been read. */
    public void addAll(List<Function> nested) {
        nested.forEach(function -> functions.putIfAbsent(function.ref(), function));
    }

    /** The function of this identity, or null if it is none of these. */
    public @Nullable Function find(MethodRef ref) {
        return functions.get(ref);
    }
}
