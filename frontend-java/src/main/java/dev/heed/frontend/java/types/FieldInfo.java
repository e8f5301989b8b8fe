package dev.heed.frontend.java.types;

import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A declared field.
 *
 * @param owner binary name of the declaring type
 * @param flags as in {@link Modifier}
 * @param constant its value, if it is a constant whose value is known; or a {@link Constants.Text}
 */
record FieldInfo(
        String owner,
        String name,
        int flags,
        JavaType type,
        @Nullable Object constant) {

    boolean isStatic() {
        return Modifier.isStatic(flags);
    }
}
