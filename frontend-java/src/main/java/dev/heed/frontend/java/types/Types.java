package dev.heed.frontend.java.types;

import dev.heed.frontend.java.skim.SharedNames;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations on type terms that need no declaration. */
final class Types {
    /** Deeper terms than people write; beyond it a term counts as unknown. */
    static final int MAX_DEPTH = 40;

    private Types() {}

    static String packageOf(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return dot < 0 ? "" : binaryName.substring(0, dot);
    }

    /** The type without generics (JLS 4.6). */
    static JavaType erasure(JavaType type) {
        return erasure(type, 0);
    }

    private static JavaType erasure(JavaType type, int depth) {
        if (depth > MAX_DEPTH) {
            return JavaType.UNKNOWN;
        } else if (type instanceof ClassType named) {
            return named.arguments().isEmpty() ? named : ClassType.of(named.name());
        } else if (type instanceof ArrayType array) {
            return new ArrayType(erasure(array.element(), depth + 1));
        } else if (type instanceof TypeVariable variable) {
            return erasure(variable.bounds().get(0), depth + 1);
        } else if (type instanceof Wildcard wildcard) {
            return wildcard.kind() == Wildcard.Kind.EXTENDS ? erasure(wildcard.bound(), depth + 1) : JavaType.OBJECT;
        } else if (type instanceof Intersection all) {
            return erasure(all.parts().get(0), depth + 1);
        } else if (type instanceof InferenceVariable variable) {
            return erasure(variable.value(), depth + 1);
        }
        return type;
    }

    /** As in {@link dev.heed.engine.types.Hierarchy}. */
    static String erasedName(JavaType type) {
        JavaType erased = erasure(type);
        if (erased instanceof ClassType named) {
            return named.name();
        } else if (erased instanceof ArrayType array) {
            String element = erasedName(array.element());
            return element.equals("?") ? "?" : SharedNames.of(element + "[]");
        } else if (erased instanceof Primitive primitive) {
            return primitive.text();
        } else if (erased == Special.VOID) {
            return "void";
        } else if (erased == Special.NULL) {
            return "null";
        }
        return "?";
    }

    /** Whether nothing is known of the type itself; of its arguments is another question. */
    static boolean isUnknown(JavaType type) {
        return type == JavaType.UNKNOWN || (type instanceof ArrayType array && isUnknown(array.element()));
    }

    static boolean isReference(JavaType type) {
        return !(type instanceof Primitive) && type != Special.VOID;
    }

    static JavaType boxed(JavaType type) {
        return type instanceof Primitive primitive ? primitive.box() : type;
    }

    /** The variables of a declaration with what stands for them. */
    static Map<TypeVariable, JavaType> substitution(List<TypeVariable> variables, List<? extends JavaType> values) {
        if (variables.isEmpty()) {
            return Map.of();
        }
        Map<TypeVariable, JavaType> map = new HashMap<>();
        for (int i = 0; i < variables.size() && i < values.size(); i++) {
            map.put(variables.get(i), values.get(i));
        }
        return map;
    }

    static List<JavaType> substituteAll(List<? extends JavaType> types, Map<TypeVariable, JavaType> map) {
        if (map.isEmpty()) {
            return List.copyOf(types);
        }
        List<JavaType> result = new ArrayList<>(types.size());
        for (JavaType type : types) {
            result.add(substitute(type, map));
        }
        return result;
    }

    /** The type with other types for its variables. */
    static JavaType substitute(JavaType type, Map<TypeVariable, JavaType> map) {
        if (map.isEmpty()) {
            return type;
        } else if (type instanceof TypeVariable variable) {
            JavaType value = map.get(variable);
            return value == null ? type : value;
        } else if (type instanceof ClassType named) {
            return named.arguments().isEmpty()
                    ? named
                    : ClassType.of(named.name(), substituteAll(named.arguments(), map));
        } else if (type instanceof ArrayType array) {
            return new ArrayType(substitute(array.element(), map));
        } else if (type instanceof Wildcard wildcard && wildcard.kind() != Wildcard.Kind.NONE) {
            JavaType bound = substitute(wildcard.bound(), map);
            // A wildcard for the variable of a wildcard's bound: "? extends T" with T = "? extends X".
            return bound instanceof Wildcard inner ? inner : new Wildcard(wildcard.kind(), bound);
        } else if (type instanceof Intersection all) {
            return new Intersection(substituteAll(all.parts(), map));
        }
        return type;
    }

    /** How many terms within one another a type has. */
    static int depth(JavaType type) {
        if (type instanceof ClassType named) {
            int deepest = 0;
            for (JavaType argument : named.arguments()) {
                deepest = Math.max(deepest, depth(argument));
            }
            return deepest + 1;
        } else if (type instanceof ArrayType array) {
            return depth(array.element()) + 1;
        } else if (type instanceof Wildcard wildcard) {
            return depth(wildcard.bound()) + 1;
        } else if (type instanceof Intersection all) {
            return depth(all.parts().get(0)) + 1;
        }
        return 1;
    }

    /** The upper bound of a type argument: variables stay. */
    static JavaType upperArgument(JavaType argument) {
        if (argument instanceof Wildcard wildcard) {
            return wildcard.kind() == Wildcard.Kind.EXTENDS ? wildcard.bound() : JavaType.OBJECT;
        }
        return argument;
    }

    /** The upper bound: what members a value of this type has. */
    static JavaType upper(JavaType type) {
        JavaType current = type;
        for (int i = 0; i < MAX_DEPTH; i++) {
            if (current instanceof TypeVariable variable) {
                List<JavaType> bounds = variable.bounds();
                current = bounds.size() == 1 ? bounds.get(0) : new Intersection(bounds);
            } else if (current instanceof Wildcard wildcard) {
                current = wildcard.kind() == Wildcard.Kind.EXTENDS ? wildcard.bound() : JavaType.OBJECT;
            } else if (current instanceof InferenceVariable variable) {
                current = variable.value();
            } else {
                return current;
            }
        }
        return JavaType.UNKNOWN;
    }
}
