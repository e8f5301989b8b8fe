package dev.heed.engine.facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that facts look up in a type of the program where no code writes their names: what a thread or an executor runs, what
 * belongs to a future, what closes a resource. Who looks up another one adds it here: a scan after an edit takes it that all
 * other methods matter only where their names stand.
 */
public final class UnwrittenCalls {
    /** What is looked up of what is handed over or made: the body of work, the end of a future, of a resource. */
    private static final List<String> OTHERS = List.of("apply", "cancel", "isCancelled", "get", "close", "run");

    private static final Set<String> NAMES = Stream.of(Roles.BODY_NAMES, TaskBodies.WORK, OTHERS)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    private UnwrittenCalls() {}

    /** Whether one of some names is such a method's. */
    public static boolean areAmong(Collection<String> names) {
        return names.stream().anyMatch(NAMES::contains);
    }
}
