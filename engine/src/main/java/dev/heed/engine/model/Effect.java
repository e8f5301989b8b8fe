package dev.heed.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be said of a method in a model file: the keys of an entry. */
enum Effect {
    DELIVERS,
    STATUS_WHEN_THROWN,
    ON_INTERRUPT,
    BLOCKS,
    STATUS,
    ACQUIRES,
    RELEASES,
    LOG,
    COMPLETION,
    SPAWNS,
    AWAITS,
    CANCELS,
    TRANSFERS,
    OFFERS,
    RUNS_INLINE,
    RUNS_ON_CANCEL;

    /** As written: {@code on-interrupt}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Effect::key).toList();
    }
}
