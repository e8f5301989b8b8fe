package dev.heed.verify.code;

import dev.heed.verify.witness.Property;
import java.util.List;
import java.util.Set;

/**
 * Methods that are to be looked into as a whole. They are known by their names, so that they are found again in classes that were
 * compiled from other lines.
 *
 * @param methods these
 * @param requested what must hold, too, of that which is judged on request only
 */
public record Scope(List<Method> methods, Set<Property> requested) {
    public Scope {
        methods = List.copyOf(methods);
        requested = Set.copyOf(requested);
    }

    /**
     * One method.
     *
     * @param path its source
     * @param key its class, name and descriptor
     */
    public record Method(String path, String key) {}
}
