package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;

/** Turns "this type goes there" into bounds of inference variables (JLS 18.2). */
final class Inference {
    private final TypeSystem types;

    Inference(TypeSystem types) {
        this.types = types;
    }

    /** A value of the first type is passed where the second is wanted. */
    void subtype(JavaType actual, JavaType formal) {
        subtype(actual, formal, 0);
    }

    private void subtype(JavaType actual, JavaType formal, int depth) {
        if (depth > Types.MAX_DEPTH || actual == formal || formal == Special.VOID || actual == Special.VOID) {
            return;
        }
        if (formal instanceof InferenceVariable variable) {
            if (variable.isFixed()) {
                subtype(actual, variable.value(), depth + 1);
            } else if (actual instanceof InferenceVariable other && !other.isFixed() && !other.hasBounds()) {
                // Two unknowns, one below the other: taken for the same.
                other.below(variable);
                variable.above(other);
            } else {
                variable.above(actual);
            }
            return;
        }
        if (actual instanceof InferenceVariable variable) {
            if (variable.isFixed()) {
                subtype(variable.value(), formal, depth + 1);
            } else if (formal != JavaType.UNKNOWN) {
                variable.below(Types.boxed(formal));
            }
            return;
        }
        if (formal instanceof ArrayType array) {
            if (Types.upper(actual) instanceof ArrayType from) {
                subtype(from.element(), array.element(), depth + 1);
            } else if (actual == JavaType.UNKNOWN) {
                subtype(JavaType.UNKNOWN, array.element(), depth + 1);
            }
        } else if (formal instanceof Intersection all) {
            all.parts().forEach(part -> subtype(actual, part, depth + 1));
        } else if (formal instanceof Wildcard wildcard) {
            subtype(actual, wildcard.bound(), depth + 1);
        } else if (formal instanceof TypeVariable variable && variable.lower() != null) {
            subtype(actual, variable.lower(), depth + 1);
        } else if (formal instanceof ClassType named && !named.arguments().isEmpty()) {
            toClass(actual, named, depth);
        }
    }

    private void toClass(JavaType actual, ClassType formal, int depth) {
        if (actual == Special.NULL) {
            return;
        }
        JavaType from = actual instanceof Primitive primitive ? primitive.box() : actual;
        TypeSystem.Ancestor ancestor = types.asSuper(from, formal.name());
        ClassType view = ancestor.type();
        if (view == null) {
            if (!ancestor.isComplete()) {
                formal.arguments().forEach(argument -> equal(JavaType.UNKNOWN, argument, depth + 1));
            }
            return;
        }
        for (int i = 0; i < formal.arguments().size() && i < view.arguments().size(); i++) {
            contained(view.arguments().get(i), formal.arguments().get(i), depth + 1);
        }
    }

    private void contained(JavaType actual, JavaType formal, int depth) {
        if (depth > Types.MAX_DEPTH) {
            return;
        }
        if (formal instanceof Wildcard wildcard) {
            if (wildcard.kind() == Wildcard.Kind.EXTENDS) {
                subtype(actual instanceof Wildcard ? Types.upperArgument(actual) : actual, wildcard.bound(), depth + 1);
            } else if (wildcard.kind() == Wildcard.Kind.SUPER) {
                JavaType lower = actual instanceof Wildcard other ? other.bound() : actual;
                subtype(wildcard.bound(), lower, depth + 1);
            }
            return;
        }
        equal(actual, formal, depth);
    }

    /** Both types are the same. */
    void equal(JavaType actual, JavaType formal) {
        equal(actual, formal, 0);
    }

    private void equal(JavaType actual, JavaType formal, int depth) {
        if (depth > Types.MAX_DEPTH || actual == formal) {
            return;
        }
        if (formal instanceof InferenceVariable variable && !variable.isFixed()) {
            variable.equalTo(actual);
            if (actual instanceof InferenceVariable other && !other.isFixed() && !other.hasBounds()) {
                other.equalTo(variable);
            }
        } else if (actual instanceof InferenceVariable variable && !variable.isFixed()) {
            variable.equalTo(formal);
        } else if (formal instanceof ClassType left && actual instanceof ClassType right) {
            for (int i = 0; i < left.arguments().size() && i < right.arguments().size(); i++) {
                equal(right.arguments().get(i), left.arguments().get(i), depth + 1);
            }
        } else if (formal instanceof ArrayType left && actual instanceof ArrayType right) {
            equal(right.element(), left.element(), depth + 1);
        } else if (formal instanceof Wildcard left && actual instanceof Wildcard right) {
            equal(right.bound(), left.bound(), depth + 1);
        } else if (formal instanceof ClassType named && actual == JavaType.UNKNOWN) {
            named.arguments().forEach(argument -> equal(actual, argument, depth + 1));
        }
    }
}
