package dev.heed.frontend.java.types;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.FieldRef;
import org.jspecify.annotations.Nullable;

/**
 * One object for equal callees, and for equal fields: bodies name the same few over and over. Forgets some, so it never
 * grows. Thread-safe: where threads meet, one of two equal objects is kept.
 */
final class SharedValues {
    private static final int SIZE = 1 << 14;

    private final @Nullable Callee[] callees = new Callee[SIZE];
    private final @Nullable FieldRef[] fields = new FieldRef[SIZE];

    Callee of(Callee callee) {
        return of(callees, callee);
    }

    FieldRef of(FieldRef field) {
        return of(fields, field);
    }

    private static <T> T of(@Nullable T[] known, T value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 14)) & (SIZE - 1);
        T same = known[slot];
        if (value.equals(same)) {
            return same;
        }
        known[slot] = value;
        return value;
    }
}
