package dev.heed.frontend.java.types;

import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hierarchy of the project, its class path and the platform, for the engine. Thread-safe. */
final class TypeHierarchy implements Hierarchy {
    private static final String OBJECT = "java.lang.Object";

    private final TypeSystem types;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    /** By ancestor, of which few are asked for, and type. */
    private final Map<String, Map<String, Truth>> answers = new ConcurrentHashMap<>();

    TypeHierarchy(TypeSystem types) {
        this.types = types;
    }

    @Override
    public Truth isSubtype(String type, String ancestor) {
        if (type.equals(UNKNOWN_TYPE) || ancestor.equals(UNKNOWN_TYPE)) {
            return Truth.UNKNOWN;
        }
        if (type.equals(ancestor)) {
            return Truth.YES;
        }
        if (Primitive.named(type) != null || Primitive.named(ancestor) != null || type.equals("void")) {
            return Truth.NO;
        }
        if (ancestor.equals(OBJECT) || type.equals("null")) {
            return Truth.YES;
        }
        if (type.endsWith("[]")) {
            return isArraySubtype(type, ancestor);
        }
        if (ancestor.endsWith("[]")) {
            return Truth.NO;
        }
        Map<String, Truth> below = answers.get(ancestor);
        if (below == null) {
            below = answers.computeIfAbsent(ancestor, key -> new ConcurrentHashMap<>());
        }
        Truth known = below.get(type);
        if (known == null) {
            known = types.isSubclass(type, ancestor);
            below.put(type, known);
        }
        return known;
    }

    private Truth isArraySubtype(String type, String ancestor) {
        if (ancestor.endsWith("[]")) {
            String element = type.substring(0, type.length() - 2);
            String wanted = ancestor.substring(0, ancestor.length() - 2);
            return isSubtype(element, wanted);
        }
        return Truth.of(ancestor.equals("java.lang.Cloneable") || ancestor.equals("java.io.Serializable"));
    }

    @Override
    public List<String> supertypes(String type) {
        List<String> found = known.get(type);
        if (found == null) {
            found = read(type);
            known.put(type, found);
        }
        return found;
    }

    private List<String> read(String type) {
        TypeInfo info = types.store().find(type);
        if (info == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JavaType supertype : types.store().supertypesOf(info)) {
            boolean isImplied = info.isInterface() && supertype.equals(JavaType.OBJECT);
            if (!isImplied) {
                names.add(supertype instanceof ClassType named ? named.name() : UNKNOWN_TYPE);
            }
        }
        return List.copyOf(names);
    }

    @Override
    public boolean isKnown(String type) {
        return types.store().find(type) != null;
    }
}
