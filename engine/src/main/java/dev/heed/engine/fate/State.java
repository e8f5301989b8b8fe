package dev.heed.engine.fate;

import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one point of one path of a tracked signal. Immutable; equal states are explored once.
 *
 * @param status of the current thread
 * @param held variables that hold the signal or something built with it
 * @param constants variables, and names of fields of this object, with a known boolean value or null ({@link #NULL})
 * @param flags what has happened so far
 */
record State(Status status, Map<Variable, Held> held, Map<Object, Object> constants, int flags) {
    /** Stands for a null reference in {@link #constants}. */
    static final Object NULL = "null";

    static final int RESTORED = 1;
    static final int TRANSFERRED = 2;
    static final int LOOPED = 4;
    static final int WORKED = 8;
    static final int STOP_FLAG_TESTED = 16;
    static final int FIELD_TESTED = 32;
    static final int ABORTED = 64;
    /** A callee or value on the path is not known well enough to judge. */
    static final int MURKY = 128;

    /** As {@link #LOOPED}, but the loop ends by itself after some turns. */
    static final int LOOPED_BOUNDED = 256;

    /** In a turn of a bounded loop, something new was begun after the signal: the next attempt, the next host. */
    static final int BEGAN_WORK = 512;

    /** The signal is an exception that says that the own task was cancelled: names tell what the code does about that. */
    static final int CANCEL = 1024;

    /** Whether any of these flags is raised. */
    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    State with(int flag) {
        return withFlags(flags | flag);
    }

    State withFlags(int newFlags) {
        return newFlags == flags ? this : new State(status, held, constants, newFlags);
    }

    State with(Status newStatus) {
        return newStatus == status ? this : new State(newStatus, held, constants, flags);
    }

    State hold(Variable variable, @Nullable Held value) {
        Held old = held.get(variable);
        if (java.util.Objects.equals(old, value)) {
            return this;
        }
        Map<Variable, Held> changed = new HashMap<>(held);
        if (value == null) {
            changed.remove(variable);
        } else {
            changed.put(variable, value);
        }
        return new State(status, changed, constants, flags);
    }

    /** What is known of fields of this object, by name. */
    Map<Object, Object> fields() {
        Map<Object, Object> fields = new HashMap<>();
        constants.forEach((key, value) -> {
            if (key instanceof String) {
                fields.put(key, value);
            }
        });
        return fields;
    }

    /** Replaces what is known of fields of this object. */
    State withFields(Map<Object, Object> fields) {
        if (fields.equals(fields())) {
            return this;
        }
        Map<Object, Object> changed = new HashMap<>(fields);
        constants.forEach((key, value) -> {
            if (!(key instanceof String)) {
                changed.put(key, value);
            }
        });
        return new State(status, held, changed, flags);
    }

    /** Sets or, with null, forgets a constant. */
    State constant(Object key, @Nullable Object value) {
        if (java.util.Objects.equals(constants.get(key), value)) {
            return this;
        }
        Map<Object, Object> changed = new HashMap<>(constants);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new State(status, held, changed, flags);
    }

    @Nullable
    Held held(@Nullable Variable variable) {
        return variable == null ? null : held.get(variable);
    }

    /** Whether an operand is the signal, or was built with it. */
    boolean carries(@Nullable Operand operand) {
        Held value = operand == null ? null : held(operand.variableOrNull());
        return value != null && value.kind() != Held.Kind.REPLACEMENT;
    }
}
