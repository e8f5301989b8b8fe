package dev.heed.engine.testing;

import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The platform's types by reflection, and those that a test declares. Any other type is unknown. */
public final class FakeHierarchy implements Hierarchy {
    private final Map<String, List<String>> declared = new LinkedHashMap<>();
    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    /** Declares a type and its direct supertypes. */
    public FakeHierarchy with(String type, String... supertypes) {
        declared.put(type, List.of(supertypes));
        return this;
    }

    @Override
    public Truth isSubtype(String type, String ancestor) {
        if (type.equals(ancestor)) {
            return Truth.YES;
        } else if (!isKnown(type)) {
            return Truth.UNKNOWN;
        }
        Truth result = Truth.NO;
        for (String supertype : supertypes(type)) {
            Truth above = isSubtype(supertype, ancestor);
            if (above.isYes()) {
                return Truth.YES;
            }
            result = above == Truth.UNKNOWN ? Truth.UNKNOWN : result;
        }
        return result;
    }

    @Override
    public List<String> supertypes(String type) {
        List<String> known = declared.get(type);
        if (known != null) {
            return known;
        }
        Class<?> self = find(type);
        List<String> found = new ArrayList<>();
        if (self != null) {
            if (self.getSuperclass() != null) {
                found.add(self.getSuperclass().getName());
            }
            Arrays.stream(self.getInterfaces()).forEach(i -> found.add(i.getName()));
        }
        return found;
    }

    @Override
    public boolean isKnown(String type) {
        return declared.containsKey(type) || find(type) != null;
    }

    private @Nullable Class<?> find(String type) {
        return classes.computeIfAbsent(type, FakeHierarchy::load).orElse(null);
    }

    private static Optional<Class<?>> load(String type) {
        try {
            return type.startsWith("java.") ? Optional.of(Class.forName(type, false, null)) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
