package dev.heed.engine.fate;

import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a resource in a function: a variable, a field, or what an accessor returns. {@code lock.writeLock()} in two
 * places is one key.
 *
 * @param root the variable that the path starts from; null for this object and for static fields
 * @param path fields and accessors from there
 */
record ResourceKey(@Nullable Variable root, List<String> path) {
    static final ResourceKey THIS = new ResourceKey(null, List.of());
    private static final String STATIC = "static ";

    ResourceKey {
        path = List.copyOf(path);
    }

    static ResourceKey ofStatic(FieldRef field) {
        return new ResourceKey(null, List.of(STATIC + field));
    }

    ResourceKey field(FieldRef field) {
        return plus(field.toString());
    }

    ResourceKey accessor(String name) {
        return plus(name + "()");
    }

    private ResourceKey plus(String part) {
        List<String> longer = new ArrayList<>(path);
        longer.add(part);
        return new ResourceKey(root, longer);
    }

    boolean isStatic() {
        return root == null && !path.isEmpty() && path.get(0).startsWith(STATIC);
    }

    /** Whether this key leads through what {@code other} stands for. */
    boolean startsWith(ResourceKey other) {
        return java.util.Objects.equals(root, other.root)
                && path.size() >= other.path.size()
                && path.subList(0, other.path.size()).equals(other.path);
    }

    /** The same resource, seen from a function in which {@code newRoot} is what {@code prefix} is here. */
    ResourceKey rebased(ResourceKey prefix, @Nullable Variable newRoot) {
        return new ResourceKey(newRoot, path.subList(prefix.path.size(), path.size()));
    }

    /** {@code lock.writeLock()}: as code names it. */
    String display() {
        StringBuilder text = new StringBuilder(root == null ? "" : root.name());
        for (String part : path) {
            String name = part.endsWith("()") ? part : part.substring(part.lastIndexOf('.') + 1);
            text.append(text.isEmpty() ? "" : ".").append(name);
        }
        return text.isEmpty() ? "this" : text.toString();
    }
}
