package dev.heed.engine.fate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a call of a project function can end for a tracked signal.
 *
 * @param returns whether it returns; else it throws
 * @param status afterwards
 * @param flags of {@link State} that were raised inside
 * @param value what the result or the exception holds of the signal; null if nothing
 * @param thrownType type of the exception, or null
 * @param constant the boolean it returns, if that is known
 * @param fields what is known of fields of its object, by name, if it is called on the caller's own object
 */
record Effect(
        boolean returns,
        Status status,
        int flags,
        @Nullable Held value,
        @Nullable String thrownType,
        @Nullable Object constant,
        Map<Object, Object> fields) {}
