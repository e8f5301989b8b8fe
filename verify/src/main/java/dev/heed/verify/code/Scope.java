package dev.heed.verify.code;

import java.util.List;

/**
 * Methods that are to be looked into as a whole. They are known by their names, so that they are found again in classes that were
 * compiled from other lines.
 */
public record Scope(List<Method> methods) {
    public Scope {
        methods = List.copyOf(methods);
    }

    /**
     * One method.
     *
     * @param path its source
     * @param key its class, name and descriptor
     */
    public record Method(String path, String key) {}
}
