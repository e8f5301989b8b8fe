package dev.heed.frontend.java.types;

import dev.heed.engine.types.Truth;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relations between types (JLS 4.10, 5.1, 5.3) over the declarations of a {@link TypeStore}. */
final class TypeSystem {
    private final TypeStore store;

    TypeSystem(TypeStore store) {
        this.store = store;
    }

    TypeStore store() {
        return store;
    }

    /** The direct supertypes with type arguments put in; of a raw type they are erased. */
    List<JavaType> supertypes(ClassType type) {
        TypeInfo info = store.find(type.name());
        if (info == null) {
            return List.of();
        }
        List<JavaType> declared = store.supertypesOf(info);
        if (info.parameters().isEmpty()) {
            return declared;
        }
        if (type.arguments().size() != info.parameters().size()) {
            return declared.stream().map(Types::erasure).toList();
        }
        return Types.substituteAll(declared, Types.substitution(info.parameters(), type.arguments()));
    }

    /** A type seen as one of its ancestors. */
    record Ancestor(@Nullable ClassType type, boolean isComplete) {}

    /** The type as an instance of this class; {@code isComplete} says whether the whole hierarchy above it was seen. */
    Ancestor asSuper(JavaType start, String name) {
        Deque<JavaType> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        boolean complete = true;
        while (!open.isEmpty()) {
            JavaType next = Types.upper(open.remove());
            if (next instanceof Intersection all) {
                all.parts().forEach(open::addLast);
            } else if (next instanceof ArrayType) {
                for (String above : List.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable")) {
                    open.add(ClassType.of(above));
                }
            } else if (next instanceof ClassType type) {
                if (type.name().equals(name)) {
                    return new Ancestor(type, complete);
                }
                if (seen.add(type.name())) {
                    complete &= store.find(type.name()) != null;
                    open.addAll(supertypes(type));
                }
            } else if (next == JavaType.UNKNOWN) {
                complete = false;
            }
        }
        return new Ancestor(null, complete);
    }

    /** Whether all supertypes of a type, itself included, were seen. */
    boolean isComplete(JavaType type) {
        return asSuper(type, "").isComplete();
    }

    /** Subtyping among class types by name alone. */
    Truth isSubclass(String type, String ancestor) {
        if (type.equals(ancestor)) {
            return Truth.YES;
        }
        Ancestor found = asSuper(ClassType.of(type), ancestor);
        return found.type() != null ? Truth.YES : found.isComplete() ? Truth.NO : Truth.UNKNOWN;
    }

    /** Whether a value may be passed without boxing (JLS 15.12.2.2); type arguments are looked at as far as they are known. */
    Truth isStrictlyCompatible(JavaType actual, JavaType formal) {
        if (Types.isUnknown(actual) || Types.isUnknown(formal)) {
            return Truth.UNKNOWN;
        }
        if (actual instanceof InferenceVariable variable) {
            JavaType tentative = variable.tentative();
            if (tentative == null || tentative instanceof InferenceVariable) {
                return formal instanceof Primitive ? Truth.UNKNOWN : Truth.YES;
            }
            return isStrictlyCompatible(tentative, formal);
        }
        if (actual == Special.VOID || formal == Special.VOID) {
            return Truth.NO;
        }
        if (actual instanceof Primitive from) {
            return formal instanceof Primitive to ? Truth.of(widens(from, to)) : Truth.NO;
        }
        if (formal instanceof Primitive) {
            return Truth.NO;
        }
        return isSubtype(actual, formal, 0);
    }

    /** Whether a value may be passed, boxed or unboxed if need be (JLS 15.12.2.3). */
    Truth isLooselyCompatible(JavaType actual, JavaType formal) {
        Truth strict = isStrictlyCompatible(actual, formal);
        if (!strict.isNo()) {
            return strict;
        }
        if (actual instanceof Primitive from) {
            return Types.isReference(formal) ? isSubtype(from.box(), formal, 0) : Truth.NO;
        }
        if (formal instanceof Primitive to) {
            JavaType known = actual instanceof InferenceVariable variable ? variable.tentative() : actual;
            Primitive unboxed = known == null ? null : Primitive.unboxed(Types.upper(known));
            return Truth.of(unboxed != null && widens(unboxed, to));
        }
        return Truth.NO;
    }

    /** Widening primitive conversion, or identity (JLS 5.1.2). */
    static boolean widens(Primitive from, Primitive to) {
        if (from == to) {
            return true;
        }
        if (from == Primitive.BOOLEAN || to == Primitive.BOOLEAN || to == Primitive.CHAR) {
            return false;
        }
        if (from == Primitive.CHAR) {
            return to.compareTo(Primitive.INT) >= 0;
        }
        return from.compareTo(to) < 0;
    }

    /** Subtyping among reference types, unchecked conversion included. */
    Truth isSubtype(JavaType actual, JavaType formal) {
        return isSubtype(actual, formal, 0);
    }

    private Truth isSubtype(JavaType actual, JavaType formal, int depth) {
        if (depth > Types.MAX_DEPTH || Types.isUnknown(actual) || Types.isUnknown(formal)) {
            return Truth.UNKNOWN;
        }
        if (actual == Special.NULL || actual.equals(formal)) {
            return Truth.YES;
        }
        if (formal instanceof InferenceVariable variable) {
            return variable.isFixed()
                    ? isSubtype(actual, variable.value(), depth + 1)
                    : isWithinBounds(actual, variable, depth);
        }
        if (actual instanceof InferenceVariable variable) {
            JavaType tentative = variable.tentative();
            return tentative == null ? Truth.YES : isSubtype(tentative, formal, depth + 1);
        }
        if (formal instanceof Intersection all) {
            return allOf(all.parts(), part -> isSubtype(actual, part, depth + 1));
        }
        if (formal instanceof TypeVariable variable) {
            if (variable.lower() != null
                    && isSubtype(actual, variable.lower(), depth + 1).isYes()) {
                return Truth.YES;
            }
            return reaches(actual, variable, depth) ? Truth.YES : isOpen(actual) ? Truth.UNKNOWN : Truth.NO;
        }
        if (formal instanceof ArrayType array) {
            return isSubtypeOfArray(actual, array, depth);
        }
        if (!(formal instanceof ClassType named)) {
            return Truth.UNKNOWN;
        }
        if (named.name().equals("java.lang.Object")) {
            return Truth.of(!(actual instanceof Primitive));
        }
        Ancestor ancestor = asSuper(actual, named.name());
        if (ancestor.type() == null) {
            return ancestor.isComplete() || isFinal(named) ? Truth.NO : Truth.UNKNOWN;
        }
        return containsAll(ancestor.type(), named, depth);
    }

    private Truth isWithinBounds(JavaType actual, InferenceVariable variable, int depth) {
        return allOf(variable.declared().bounds(), bound -> isSubtype(actual, Types.erasure(bound), depth + 1));
    }

    private boolean isFinal(ClassType type) {
        TypeInfo info = store.find(type.name());
        return info != null && java.lang.reflect.Modifier.isFinal(info.flags());
    }

    private boolean isOpen(JavaType type) {
        return !isComplete(type);
    }

    private boolean reaches(JavaType actual, TypeVariable wanted, int depth) {
        if (actual.equals(wanted)) {
            return true;
        }
        if (depth > Types.MAX_DEPTH) {
            return false;
        }
        if (actual instanceof TypeVariable variable) {
            return variable.bounds().stream().anyMatch(bound -> reaches(bound, wanted, depth + 1));
        }
        return actual instanceof Intersection all
                && all.parts().stream().anyMatch(part -> reaches(part, wanted, depth + 1));
    }

    private Truth isSubtypeOfArray(JavaType actual, ArrayType formal, int depth) {
        JavaType upper = Types.upper(actual);
        if (upper instanceof ArrayType array) {
            if (array.element() instanceof Primitive || formal.element() instanceof Primitive) {
                return Truth.of(array.element().equals(formal.element()));
            }
            return isSubtype(array.element(), formal.element(), depth + 1);
        }
        return upper == JavaType.UNKNOWN ? Truth.UNKNOWN : Truth.NO;
    }

    private Truth containsAll(ClassType actual, ClassType formal, int depth) {
        if (actual.arguments().isEmpty()
                || actual.arguments().size() != formal.arguments().size()) {
            return Truth.YES; // raw: unchecked conversion
        }
        Truth all = Truth.YES;
        for (int i = 0; i < actual.arguments().size(); i++) {
            Truth one = contains(actual.arguments().get(i), formal.arguments().get(i), depth + 1);
            if (one.isNo()) {
                return Truth.NO;
            }
            all = one.isYes() ? all : Truth.UNKNOWN;
        }
        return all;
    }

    /** Whether a type argument is contained in another (JLS 4.5.1). */
    private Truth contains(JavaType actual, JavaType formal, int depth) {
        if (formal instanceof Wildcard wildcard) {
            return switch (wildcard.kind()) {
                case NONE -> Truth.YES;
                case EXTENDS -> isSubtype(Types.upperArgument(actual), wildcard.bound(), depth);
                case SUPER ->
                    actual instanceof Wildcard other && other.kind() != Wildcard.Kind.SUPER
                            ? Truth.NO
                            : isSubtype(
                                    wildcard.bound(), actual instanceof Wildcard other ? other.bound() : actual, depth);
            };
        }
        if (isVague(actual) || isVague(formal)) {
            return Truth.YES;
        }
        if (actual instanceof Wildcard) {
            return Truth.NO;
        }
        if (actual.equals(formal)) {
            return Truth.YES;
        }
        if (Types.isUnknown(actual) || Types.isUnknown(formal)) {
            return Truth.UNKNOWN;
        }
        if (actual instanceof ClassType left && formal instanceof ClassType right) {
            if (!left.name().equals(right.name())) {
                return Truth.NO;
            }
            return left.arguments().isEmpty() != right.arguments().isEmpty()
                    ? Truth.NO
                    : containsAll(left, right, depth + 1);
        }
        // Captured wildcards and inferred bounds are not followed that far.
        return actual instanceof TypeVariable || formal instanceof TypeVariable ? Truth.UNKNOWN : Truth.NO;
    }

    private static boolean isVague(JavaType type) {
        return type instanceof InferenceVariable variable && !variable.isFixed();
    }

    private static Truth allOf(List<JavaType> types, java.util.function.Function<JavaType, Truth> test) {
        Truth all = Truth.YES;
        for (JavaType type : types) {
            Truth one = test.apply(type);
            if (one.isNo()) {
                return Truth.NO;
            }
            all = one.isYes() ? all : Truth.UNKNOWN;
        }
        return all;
    }

    /** The type with all inference variables replaced by their values, which fixes them. */
    JavaType resolved(JavaType type) {
        return resolved(type, 0);
    }

    List<JavaType> resolvedAll(List<JavaType> given) {
        return given.stream().map(this::resolved).toList();
    }

    private JavaType resolved(JavaType type, int depth) {
        if (depth > Types.MAX_DEPTH) {
            return JavaType.UNKNOWN;
        } else if (type instanceof InferenceVariable variable) {
            return variable.value();
        } else if (type instanceof ClassType named && !named.arguments().isEmpty()) {
            List<JavaType> arguments = new ArrayList<>();
            named.arguments().forEach(argument -> arguments.add(Types.boxed(resolved(argument, depth + 1))));
            return new ClassType(named.name(), arguments);
        } else if (type instanceof ArrayType array) {
            return new ArrayType(resolved(array.element(), depth + 1));
        } else if (type instanceof Wildcard wildcard) {
            JavaType bound = resolved(wildcard.bound(), depth + 1);
            return bound instanceof Wildcard inner ? inner : new Wildcard(wildcard.kind(), bound);
        } else if (type instanceof Intersection all) {
            return new Intersection(
                    all.parts().stream().map(part -> resolved(part, depth + 1)).toList());
        }
        return type;
    }

    /** The type with fresh variables for its wildcards (JLS 5.1.10). */
    JavaType captured(JavaType type, String name) {
        if (!(type instanceof ClassType named)
                || named.arguments().stream().noneMatch(argument -> argument instanceof Wildcard)) {
            return type;
        }
        TypeInfo info = store.find(named.name());
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < named.arguments().size(); i++) {
            JavaType argument = named.arguments().get(i);
            if (argument instanceof Wildcard wildcard) {
                List<JavaType> bounds = new ArrayList<>();
                if (wildcard.kind() == Wildcard.Kind.EXTENDS) {
                    bounds.add(wildcard.bound());
                }
                addDeclaredBounds(info, named, i, bounds);
                arguments.add(new TypeVariable(
                        name + "#" + i, bounds, wildcard.kind() == Wildcard.Kind.SUPER ? wildcard.bound() : null));
            } else {
                arguments.add(argument);
            }
        }
        return new ClassType(named.name(), arguments);
    }

    private static void addDeclaredBounds(@Nullable TypeInfo info, ClassType type, int index, List<JavaType> bounds) {
        if (info != null && info.parameters().size() == type.arguments().size()) {
            for (JavaType bound : info.parameters().get(index).bounds()) {
                boolean isObject = bound.equals(JavaType.OBJECT);
                if (!isObject
                        && (bounds.isEmpty() || !Types.erasedName(bounds.get(0)).equals(Types.erasedName(bound)))) {
                    // Bounds that name the parameters themselves are kept without their arguments.
                    bounds.add(Types.erasure(bound));
                }
            }
        }
        if (bounds.isEmpty()) {
            bounds.add(JavaType.OBJECT);
        }
    }

    /** The narrowest type above all (JLS 4.10.4), simplified: recursive type arguments become wildcards. */
    JavaType leastUpperBound(List<JavaType> types) {
        return new LeastUpperBound(this).of(types, 0);
    }
}
