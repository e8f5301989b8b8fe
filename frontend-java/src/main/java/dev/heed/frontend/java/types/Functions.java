package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Functional interfaces and their function types (JLS 9.8, 9.9). Thread-safe. */
final class Functions {
    private final TypeSystem types;
    private final Members members;
    private final Map<String, Optional<MethodInfo>> methods = new ConcurrentHashMap<>();

    Functions(TypeSystem types, Members members) {
        this.types = types;
        this.members = members;
    }

    /** The method of a functional interface with type arguments put in. */
    record Signature(
            ClassType type, MethodInfo method, List<JavaType> parameters, JavaType returnType, List<JavaType> thrown) {

        boolean isVoid() {
            return returnType == Special.VOID;
        }
    }

    /** The function type of a type; null if it is no functional interface, or is not known. */
    @Nullable
    Signature of(JavaType type) {
        JavaType upper = type instanceof InferenceVariable variable && !variable.isFixed() ? type : Types.upper(type);
        if (upper instanceof Intersection all) {
            for (JavaType part : all.parts()) {
                Signature found = of(part);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (!(upper instanceof ClassType named)) {
            return null;
        }
        MethodInfo method = method(named.name());
        if (method == null) {
            return null;
        }
        ClassType target = withoutWildcards(named);
        ClassType owner = types.asSuper(target, method.owner()).type();
        TypeInfo info = types.store().find(method.owner());
        if (owner == null || info == null) {
            return null;
        }
        boolean isRaw = owner.arguments().isEmpty() && !info.parameters().isEmpty();
        Members.Member member = new Members.Member(
                method, isRaw ? Map.of() : Types.substitution(info.parameters(), owner.arguments()), isRaw);
        return new Signature(target, method, member.parameters(), member.returnType(), member.thrown());
    }

    /** The single abstract method of an interface, or null. */
    @Nullable
    MethodInfo method(String name) {
        Optional<MethodInfo> found = methods.get(name);
        if (found == null) {
            found = Optional.ofNullable(members.functionMethod(name));
            methods.put(name, found);
        }
        return found.orElse(null);
    }

    private ClassType withoutWildcards(ClassType type) {
        if (type.arguments().stream().noneMatch(argument -> argument instanceof Wildcard)) {
            return type;
        }
        TypeInfo info = types.store().find(type.name());
        List<TypeVariable> declared = info == null ? List.of() : info.parameters();
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            JavaType argument = type.arguments().get(i);
            if (argument instanceof Wildcard wildcard) {
                JavaType bound = i < declared.size() ? Types.erasure(declared.get(i)) : JavaType.OBJECT;
                arguments.add(wildcard.kind() == Wildcard.Kind.NONE ? bound : wildcard.bound());
            } else {
                arguments.add(argument);
            }
        }
        return new ClassType(type.name(), arguments);
    }
}
