package dev.heed.frontend.java.types;

import dev.heed.engine.ir.MethodRef;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.Members.Member;
import dev.heed.frontend.java.types.Members.Viewer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of supertypes that a method overrides or implements (JLS 8.4.8.1). */
final class Overriding {

    private Overriding() {}

    /** Nearest first. */
    static List<MethodRef> of(SourceTypeInfo type, MethodInfo method, TypeSystem types) {
        if (method.isStatic() || method.isPrivate() || method.name().equals(MethodRef.CONSTRUCTOR)) {
            return List.of();
        }
        Member own = new Member(method, Map.of(), false);
        List<MethodRef> found = new ArrayList<>();
        Deque<JavaType> open = new ArrayDeque<>(types.supertypes(type.self()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            if (!(Types.upper(open.remove()) instanceof ClassType above) || !seen.add(above.name())) {
                continue;
            }
            TypeInfo owner = types.store().find(above.name());
            if (owner != null) {
                addOverridden(own, above, owner, found);
                open.addAll(types.supertypes(above));
            }
        }
        return found;
    }

    private static void addOverridden(Member own, ClassType above, TypeInfo owner, List<MethodRef> found) {
        List<MethodInfo> candidates = owner.methods(own.method().name());
        if (candidates.isEmpty()) {
            return;
        }
        boolean isRaw = above.arguments().isEmpty() && !owner.parameters().isEmpty();
        Map<TypeVariable, JavaType> substitution =
                isRaw ? Map.of() : Types.substitution(owner.parameters(), above.arguments());
        for (MethodInfo candidate : candidates) {
            Member member = new Member(candidate, substitution, isRaw);
            boolean visible = new Viewer(own.method().owner()).mayUse(candidate.owner(), candidate.flags());
            if (visible && !candidate.isStatic() && !candidate.isPrivate() && Members.sameSignature(own, member)) {
                found.add(candidate.ref());
            }
        }
    }
}
