package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A type's declaration, wherever it was read. Members are decoded when they are first asked for; a race decodes twice, to
 * equal results.
 */
abstract class TypeInfo {
    private final String name;
    private final int flags;
    private final @Nullable String outer;
    private final Map<String, List<MethodInfo>> methods = new ConcurrentHashMap<>();
    private final Map<String, FieldInfo> fields = new ConcurrentHashMap<>();
    private volatile @Nullable List<TypeVariable> parameters;
    private volatile @Nullable List<JavaType> supertypes;

    TypeInfo(String name, int flags, @Nullable String outer) {
        this.name = name;
        this.flags = flags;
        this.outer = outer;
    }

    /** Binary name. */
    final String name() {
        return name;
    }

    final boolean isInterface() {
        return Modifier.isInterface(flags);
    }

    final boolean isStatic() {
        return Modifier.isStatic(flags);
    }

    final boolean isAbstract() {
        return Modifier.isAbstract(flags);
    }

    final boolean isPublic() {
        return Modifier.isPublic(flags);
    }

    final int flags() {
        return flags;
    }

    /** Binary name of the type around it in the text, or null. */
    final @Nullable String outer() {
        return outer;
    }

    final List<TypeVariable> parameters() {
        List<TypeVariable> known = parameters;
        if (known == null) {
            known = readParameters();
            parameters = known;
        }
        return known;
    }

    /** The type as its own members see it: with its parameters as arguments. */
    final ClassType self() {
        return ClassType.of(name, List.copyOf(parameters()));
    }

    /** The superclass first ({@code Object} for interfaces), then the interfaces. */
    final List<JavaType> supertypes() {
        List<JavaType> known = supertypes;
        if (known == null) {
            known = readSupertypes();
            supertypes = known;
        }
        return known;
    }

    /** The same if they have been read, else null. */
    final @Nullable List<JavaType> knownSupertypes() {
        return supertypes;
    }

    /** The methods of this name that it declares, in their order. */
    final List<MethodInfo> methods(String methodName) {
        List<MethodInfo> known = methods.get(methodName);
        if (known == null) {
            known = mayDeclare(methodName) ? readMethods(methodName) : List.of();
            if (!known.isEmpty()) {
                methods.put(known.get(0).name(), known);
            } else if (!isFromProject()) {
                methods.put(methodName, known);
            }
        }
        return known;
    }

    final @Nullable FieldInfo field(String fieldName) {
        FieldInfo known = fields.get(fieldName);
        if (known == null) {
            known = readField(fieldName);
            if (known != null) {
                fields.put(fieldName, known);
            }
        }
        return known;
    }

    /** The names of all methods that it declares, each once, in their order. */
    abstract List<String> methodNames();

    /** The binary name of its own member type of this simple name, or null. */
    abstract @Nullable String memberType(String simpleName);

    abstract boolean isEnum();

    abstract boolean isFromProject();

    /** Whether it may declare a method of this name; false only if it is certain that it does not. */
    boolean mayDeclare(String methodName) {
        return true;
    }

    abstract List<TypeVariable> readParameters();

    abstract List<JavaType> readSupertypes();

    abstract List<MethodInfo> readMethods(String methodName);

    abstract @Nullable FieldInfo readField(String fieldName);
}
