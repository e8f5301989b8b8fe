package dev.heed.frontend.java.types;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How much of a program could be resolved, and what was in the way. Thread-safe. */
public final class UnresolvedStatistics {
    private static final int MAX_TYPES = 100_000;

    private final LongAdder resolved = new LongAdder();
    private final LongAdder guessed = new LongAdder();
    private final LongAdder unresolved = new LongAdder();
    private final Map<String, LongAdder> types = new ConcurrentHashMap<>();

    void addResolved() {
        resolved.increment();
    }

    void addGuessed() {
        guessed.increment();
    }

    /** @param receiverType binary name or {@code "?"} */
    void addUnresolved(String receiverType) {
        unresolved.increment();
        if (types.size() < MAX_TYPES) {
            types.computeIfAbsent(receiverType, key -> new LongAdder()).increment();
        }
    }

    /** Calls whose declaration is known. */
    public long resolved() {
        return resolved.sum();
    }

    /** Calls whose declaration is likely. */
    public long guessed() {
        return guessed.sum();
    }

    /** Calls of which only the name is known. */
    public long unresolved() {
        return unresolved.sum();
    }

    /** The receiver types of the calls that could not be resolved, the most frequent first; {@code "?"} is left out. */
    public List<TypeCount> mostFrequent(int limit) {
        return types.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("?"))
                .map(entry -> new TypeCount(entry.getKey(), entry.getValue().sum()))
                .sorted(Comparator.comparing(TypeCount::calls).reversed().thenComparing(TypeCount::type))
                .limit(limit)
                .toList();
    }

    /** A type, and how many calls on it could not be resolved. */
    public record TypeCount(String type, long calls) {}
}
