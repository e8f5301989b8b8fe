package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The narrowest type above several (JLS 4.10.4), simplified: type arguments that recur become wildcards of Object. */
final class LeastUpperBound {
    private final TypeSystem system;

    LeastUpperBound(TypeSystem system) {
        this.system = system;
    }

    /** The bound; {@code depth} counts types within types. */
    JavaType of(List<JavaType> given, int depth) {
        LinkedHashSet<JavaType> distinct = new LinkedHashSet<>(given);
        distinct.remove(Special.NULL);
        if (distinct.size() == 1) {
            return distinct.iterator().next();
        }
        if (distinct.isEmpty()) {
            return Special.NULL;
        }
        if (distinct.contains(JavaType.UNKNOWN) || depth > 2) {
            return depth > 2 ? JavaType.OBJECT : JavaType.UNKNOWN;
        }
        List<JavaType> types = List.copyOf(distinct);
        for (JavaType candidate : types) {
            if (types.stream()
                    .allMatch(type -> system.isSubtype(type, candidate).isYes())) {
                return candidate;
            }
        }
        Set<String> common = new LinkedHashSet<>(ancestors(types.get(0)).keySet());
        for (JavaType type : types) {
            if (!system.isComplete(type)) {
                return JavaType.UNKNOWN;
            }
            common.retainAll(ancestors(type).keySet());
        }
        List<JavaType> minimal = new ArrayList<>();
        for (String name : common) {
            boolean hasLower = common.stream()
                    .anyMatch(other -> !other.equals(name)
                            && system.isSubclass(other, name).isYes());
            if (!hasLower) {
                minimal.add(merged(name, types, depth));
            }
        }
        minimal.sort((left, right) -> Boolean.compare(isInterface(left), isInterface(right)));
        return minimal.isEmpty() ? JavaType.OBJECT : minimal.size() == 1 ? minimal.get(0) : new Intersection(minimal);
    }

    private boolean isInterface(JavaType type) {
        TypeInfo info = type instanceof ClassType named ? system.store().find(named.name()) : null;
        return info != null && info.isInterface();
    }

    private JavaType merged(String name, List<JavaType> types, int depth) {
        List<ClassType> views = new ArrayList<>();
        for (JavaType type : types) {
            ClassType view = system.asSuper(type, name).type();
            if (view == null || view.arguments().isEmpty()) {
                return ClassType.of(name);
            }
            views.add(view);
        }
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < views.get(0).arguments().size(); i++) {
            int index = i;
            List<JavaType> column = views.stream()
                    .map(view ->
                            view.arguments().size() > index ? view.arguments().get(index) : JavaType.UNKNOWN)
                    .distinct()
                    .toList();
            if (column.size() == 1) {
                arguments.add(column.get(0));
            } else {
                JavaType bound = of(column.stream().map(Types::upperArgument).toList(), depth + 1);
                arguments.add(new Wildcard(Wildcard.Kind.EXTENDS, bound));
            }
        }
        return new ClassType(name, arguments);
    }

    private Map<String, ClassType> ancestors(JavaType start) {
        Map<String, ClassType> found = new LinkedHashMap<>();
        Deque<JavaType> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            JavaType next = Types.upper(open.remove());
            if (next instanceof Intersection all) {
                open.addAll(all.parts());
            } else if (next instanceof ArrayType) {
                found.put("java.lang.Object", JavaType.OBJECT);
            } else if (next instanceof ClassType type && found.putIfAbsent(type.name(), type) == null) {
                open.addAll(system.supertypes(type));
            }
        }
        return found;
    }
}
