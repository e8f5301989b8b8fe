package dev.heed.engine.model;

import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of the running platform, by reflection. */
final class ReflectiveHierarchy implements Hierarchy {
    static @Nullable Class<?> find(String type) {
        try {
            return Class.forName(type, false, ReflectiveHierarchy.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    @Override
    public Truth isSubtype(String type, String ancestor) {
        if (type.equals(ancestor)) {
            return Truth.YES;
        }
        Class<?> lower = find(type);
        Class<?> upper = find(ancestor);
        return lower == null || upper == null ? Truth.UNKNOWN : Truth.of(upper.isAssignableFrom(lower));
    }

    @Override
    public List<String> supertypes(String type) {
        Class<?> self = find(type);
        List<String> found = new ArrayList<>();
        if (self != null) {
            if (self.getSuperclass() != null) {
                found.add(self.getSuperclass().getName());
            }
            for (Class<?> each : self.getInterfaces()) {
                found.add(each.getName());
            }
        }
        return found;
    }

    @Override
    public boolean isKnown(String type) {
        return find(type) != null;
    }
}
