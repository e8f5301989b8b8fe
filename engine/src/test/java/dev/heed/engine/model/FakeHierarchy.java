package dev.heed.engine.model;

import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hierarchy written down in a test; what is not in it is unknown. */
final class FakeHierarchy implements Hierarchy {
    private final Map<String, List<String>> supertypes = new HashMap<>();

    FakeHierarchy type(String name, String... parents) {
        supertypes.put(name, List.of(parents));
        return this;
    }

    @Override
    public Truth isSubtype(String type, String ancestor) {
        if (Lineage.of(type, this).contains(ancestor)) {
            return Truth.YES;
        }
        return Lineage.of(type, this).stream().allMatch(this::isKnown) ? Truth.NO : Truth.UNKNOWN;
    }

    @Override
    public List<String> supertypes(String type) {
        return supertypes.getOrDefault(type, List.of());
    }

    @Override
    public boolean isKnown(String type) {
        return supertypes.containsKey(type);
    }
}
