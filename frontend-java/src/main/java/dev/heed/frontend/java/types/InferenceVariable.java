package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type argument that a call leaves to inference. It gathers bounds until its value is first needed; then it is fixed.
 * Each belongs to one call expression, which has one context, so a value once fixed is right for good.
 */
final class InferenceVariable implements JavaType {
    private static final int MAX_BOUNDS = 64;

    private final TypeVariable declared;
    private final TypeSystem types;
    private final boolean isThrown;
    /** Another variable that this was found to be the same as: it answers for both. */
    private @Nullable InferenceVariable same;

    private @Nullable JavaType equal;
    private final List<JavaType> lower = new ArrayList<>();
    private final List<JavaType> upper = new ArrayList<>();
    /** Bounds that its declaration gives in terms of other variables. */
    private List<JavaType> declaredBounds = List.of();

    private @Nullable Inference inference;
    private @Nullable JavaType value;
    private boolean inProgress;

    /** @param isThrown whether it stands in the {@code throws} clause of its method (JLS 18.1.3) */
    InferenceVariable(TypeVariable declared, boolean isThrown, TypeSystem types) {
        this.declared = declared;
        this.isThrown = isThrown;
        this.types = types;
    }

    /** What its declaration says of it and other variables; whatever goes into it, goes there too. */
    void declareBounds(List<JavaType> bounds, Inference user) {
        declaredBounds = bounds;
        inference = user;
    }

    private void incorporate(JavaType type) {
        if (inference != null && !(type instanceof InferenceVariable)) {
            for (JavaType bound : declaredBounds) {
                inference.subtype(type, bound);
            }
        }
    }

    TypeVariable declared() {
        return declared;
    }

    private InferenceVariable representative() {
        InferenceVariable last = this;
        while (last.same != null) {
            last = last.same;
        }
        return last;
    }

    boolean isFixed() {
        return representative().value != null;
    }

    /** Whether something is known that its value could be made of. */
    boolean hasBounds() {
        InferenceVariable last = representative();
        return last.value != null || last.equal != null || last.lower.stream().anyMatch(InferenceVariable::isProper);
    }

    /** Whether a value can be told without guessing: a type is proper if all its inference variables have bounds. */
    static boolean isProper(JavaType type) {
        if (type instanceof InferenceVariable variable) {
            InferenceVariable last = variable.representative();
            if (last.inProgress) {
                return false;
            }
            last.inProgress = true;
            try {
                return last.hasBounds();
            } finally {
                last.inProgress = false;
            }
        } else if (type instanceof ClassType named) {
            return named.arguments().stream().allMatch(InferenceVariable::isProper);
        } else if (type instanceof ArrayType array) {
            return isProper(array.element());
        } else if (type instanceof Wildcard wildcard) {
            return isProper(wildcard.bound());
        } else if (type instanceof Intersection all) {
            return all.parts().stream().allMatch(InferenceVariable::isProper);
        }
        return true;
    }

    void equalTo(JavaType type) {
        InferenceVariable last = representative();
        if (last.value != null) {
            return;
        }
        if (type instanceof InferenceVariable other) {
            InferenceVariable otherLast = other.representative();
            if (otherLast.value != null) {
                last.equalTo(otherLast.value);
            } else if (otherLast != last) {
                otherLast.lower.addAll(last.lower);
                otherLast.upper.addAll(last.upper);
                if (last.equal != null) {
                    otherLast.equalTo(last.equal);
                }
                last.same = otherLast;
            }
        } else if (last.equal == null || last.equal == JavaType.UNKNOWN) {
            last.equal = type;
            incorporate(type);
        }
    }

    void above(JavaType type) {
        InferenceVariable last = representative();
        if (!isSame(type) && last.value == null && last.lower.size() < MAX_BOUNDS) {
            last.lower.add(Types.boxed(type));
            incorporate(type);
        }
    }

    void below(JavaType type) {
        InferenceVariable last = representative();
        if (!isSame(type) && last.value == null && last.upper.size() < MAX_BOUNDS) {
            last.upper.add(type);
        }
    }

    private boolean isSame(JavaType type) {
        return type instanceof InferenceVariable other && other.representative() == representative();
    }

    /** What the value will be as far as bounds tell by now, without fixing it; null if they tell nothing. */
    @Nullable
    JavaType tentative() {
        InferenceVariable last = representative();
        if (last.value != null || last.equal != null) {
            return last.value != null ? last.value : last.equal;
        }
        List<JavaType> proper = last.lower.stream()
                .filter(type -> type != Special.NULL && !(type instanceof InferenceVariable))
                .toList();
        return proper.isEmpty() ? null : types.leastUpperBound(proper);
    }

    /** The value; the first question fixes it. */
    JavaType value() {
        if (same != null) {
            return representative().value();
        }
        if (value != null) {
            return value;
        }
        if (inProgress) {
            return Types.erasure(declared); // a cycle of bounds
        }
        inProgress = true;
        JavaType found;
        try {
            found = solve();
        } finally {
            inProgress = false;
        }
        if (value == null) {
            value = Types.depth(found) > Types.MAX_DEPTH ? JavaType.UNKNOWN : found;
        }
        return value;
    }

    private JavaType solve() {
        if (equal != null) {
            return types.resolved(equal);
        }
        List<JavaType> proper = new ArrayList<>();
        boolean sawUnknown = false;
        for (JavaType type : lower) {
            if (isSame(type) || (type instanceof InferenceVariable && !isProper(type))) {
                continue;
            }
            JavaType resolved = types.resolved(type);
            sawUnknown |= resolved == JavaType.UNKNOWN;
            if (resolved != Special.NULL) {
                proper.add(resolved);
            }
        }
        if (sawUnknown) {
            return JavaType.UNKNOWN;
        }
        if (!proper.isEmpty()) {
            return types.leastUpperBound(proper);
        }
        for (JavaType type : upper) {
            JavaType resolved = types.resolved(type);
            if (!(resolved instanceof ClassType named) || !named.name().equals("java.lang.Object")) {
                return resolved;
            }
        }
        if (isThrown) {
            return ClassType.of("java.lang.RuntimeException");
        }
        return Types.erasure(declared);
    }

    @Override
    public String toString() {
        return "^" + declared;
    }
}
