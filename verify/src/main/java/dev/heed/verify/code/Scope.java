package dev.heed.verify.code;

import dev.heed.verify.witness.Property;
import java.util.List;
import java.util.Set;

/**
 * Methods that are to be looked into as a whole. They are known by their names, so that they are found again in classes that were
 * compiled from other lines.
 *
 * @param methods these
 * @param diagnoses what of that which people are told must hold, too
 */
public record Scope(List<Method> methods, Set<Property> diagnoses) {
    public Scope {
        methods = List.copyOf(methods);
        diagnoses = Set.copyOf(diagnoses);
    }

    /**
     * One method.
     *
     * @param path its source
     * @param key its class, name and descriptor
     */
    public record Method(String path, String key) {}
}
