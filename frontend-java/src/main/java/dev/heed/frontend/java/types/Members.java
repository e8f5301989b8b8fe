package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The members of types, inherited ones included (JLS 8.2, 8.4.8, 9.4.1). */
final class Members {
    private static final String OBJECT = "java.lang.Object";

    /** So many searches are kept: calls of the same methods come in crowds. */
    private static final int MOST_KNOWN = 20_000;

    private final TypeSystem types;
    private final Map<Wanted, Found> found = new ConcurrentHashMap<>();

    Members(TypeSystem types) {
        this.types = types;
    }

    /**
     * A method as a member of a certain type.
     *
     * @param substitution what stands for the owner's type parameters
     * @param isRaw whether the type was raw, so that the signature is erased
     */
    record Member(MethodInfo method, Map<TypeVariable, JavaType> substitution, boolean isRaw) {

        List<JavaType> parameters() {
            return adapted(method.parameters());
        }

        JavaType returnType() {
            return adapted(method.returnType());
        }

        List<JavaType> thrown() {
            return adapted(method.thrown());
        }

        private List<JavaType> adapted(List<JavaType> declared) {
            if (declared.isEmpty()) {
                return List.of();
            }
            List<JavaType> adapted = new ArrayList<>(declared.size());
            for (JavaType type : declared) {
                adapted.add(adapted(type));
            }
            return Collections.unmodifiableList(adapted);
        }

        private JavaType adapted(JavaType declared) {
            return isRaw && !method.isStatic() ? Types.erasure(declared) : Types.substitute(declared, substitution);
        }

        List<String> erasedParameters() {
            return parameters().stream().map(Types::erasedName).toList();
        }
    }

    /**
     * What a search found.
     *
     * @param isComplete whether all supertypes were seen
     * @param isForAll whether it is the same wherever the search is made
     */
    record Found(List<Member> methods, boolean isComplete, boolean isForAll) {
        /** Of a search that is made at one place. */
        Found(List<Member> methods, boolean isComplete) {
            this(methods, isComplete, false);
        }
    }

    private record Wanted(JavaType type, String name) {}

    /** Where code stands that uses members: decides what it may use. */
    record Viewer(String type) {

        boolean mayUse(String owner, int flags) {
            if (java.lang.reflect.Modifier.isPrivate(flags)) {
                return outermost(owner).equals(outermost(type));
            }
            boolean isOpen =
                    java.lang.reflect.Modifier.isPublic(flags) || java.lang.reflect.Modifier.isProtected(flags);
            return isOpen || Types.packageOf(owner).equals(Types.packageOf(type));
        }

        /** Whether it stands in a type or in a type within it. */
        boolean isWithin(String around) {
            return type.equals(around) || type.startsWith(around + "$");
        }

        private static String outermost(String name) {
            int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
            return dollar < 0 ? name : name.substring(0, dollar);
        }
    }

    /** The methods of this name that a type has. */
    Found methods(JavaType start, String name, Viewer viewer) {
        Wanted wanted = new Wanted(start, name);
        Found known = found.get(wanted);
        if (known == null) {
            known = search(start, name, viewer);
            if (known.isForAll()) {
                if (found.size() >= MOST_KNOWN) {
                    found.clear();
                }
                found.put(wanted, known);
            }
        }
        return known;
    }

    /** Whether it names classes only: what is still to be inferred may change. */
    private static boolean isPlain(JavaType type) {
        return type instanceof ClassType named && named.arguments().stream().allMatch(Members::isPlain);
    }

    private Found search(JavaType start, String name, Viewer viewer) {
        boolean isForAll = isPlain(start);
        List<Member> all = new ArrayList<>();
        boolean complete = true;
        Deque<JavaType> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        boolean isFirst = true;
        String firstName = "";
        while (!open.isEmpty()) {
            JavaType next = Types.upper(open.remove());
            if (next instanceof Intersection parts) {
                open.addAll(parts.parts());
                continue;
            }
            ClassType type =
                    next instanceof ArrayType ? JavaType.OBJECT : next instanceof ClassType named ? named : null;
            if (type == null) {
                complete &= next != JavaType.UNKNOWN;
                continue;
            }
            if (!seen.add(type.name())) {
                continue;
            }
            TypeInfo info = types.store().find(type.name());
            if (info == null) {
                complete = false;
                continue;
            }
            isForAll &= addDeclared(type, info, name, viewer, isFirst, all);
            firstName = isFirst ? type.name() : firstName;
            isFirst = false;
            open.addAll(types.supertypes(type));
        }
        return new Found(all.size() < 2 ? all : withoutOverridden(all, firstName), complete, isForAll);
    }

    /** False if what was added depends on the viewer. */
    private boolean addDeclared(
            ClassType type, TypeInfo info, String name, Viewer viewer, boolean isFirst, List<Member> all) {
        List<MethodInfo> declared = info.methods(name);
        if (declared.isEmpty()) {
            return true;
        }
        boolean isRaw = type.arguments().isEmpty() && !info.parameters().isEmpty();
        Map<TypeVariable, JavaType> substitution = substitution(type, info, isRaw, viewer);
        boolean isForAll = info.outer() == null || info.isStatic() || info.isInterface();
        for (MethodInfo method : declared) {
            isForAll &= !method.isPrivate() && !method.isPackagePrivate();
            boolean inherited = isFirst || !(method.isPrivate() || (method.isStatic() && info.isInterface()));
            if (inherited && viewer.mayUse(info.name(), method.flags())) {
                all.add(new Member(method, substitution, isRaw));
            }
        }
        return isForAll;
    }

    /**
     * What stands for the type parameters that a type's members may name. Those of types around an inner class are not
     * kept with it: outside of those types nothing is known of them.
     */
    private Map<TypeVariable, JavaType> substitution(ClassType type, TypeInfo info, boolean isRaw, Viewer viewer) {
        Map<TypeVariable, JavaType> own = isRaw ? Map.of() : Types.substitution(info.parameters(), type.arguments());
        TypeInfo inner = info;
        Map<TypeVariable, JavaType> all = own;
        while (inner != null && inner.outer() != null && !inner.isStatic() && !inner.isInterface()) {
            TypeInfo outer = types.store().find(inner.outer());
            if (outer != null && !outer.parameters().isEmpty() && !viewer.isWithin(outer.name())) {
                all = new HashMap<>(all);
                for (TypeVariable parameter : outer.parameters()) {
                    all.put(parameter, JavaType.UNKNOWN);
                }
            }
            inner = outer;
        }
        return all;
    }

    private List<Member> withoutOverridden(List<Member> all, String start) {
        List<Member> kept = new ArrayList<>();
        for (Member member : all) {
            boolean overridden = false;
            for (Member other : all) {
                if (other != member && overrides(other, member, start)) {
                    overridden = true;
                    break;
                }
            }
            if (!overridden) {
                kept.add(member);
            }
        }
        return kept;
    }

    /** Whether the first hides the second: overrides it, or is the class's own where an interface has another. */
    private boolean overrides(Member first, Member second, String start) {
        if (first.method().owner().equals(second.method().owner())
                || first.method().parameters().size()
                        != second.method().parameters().size()) {
            return false;
        }
        String firstOwner = first.method().owner();
        String secondOwner = second.method().owner();
        if (firstOwner.equals(OBJECT) || secondOwner.equals(OBJECT)) {
            // What an interface inherits is the method of Object, unless it declares one itself; as javac has it.
            boolean wins = firstOwner.equals(OBJECT)
                    ? isInheritedInterface(second, start)
                    : !isInheritedInterface(first, start);
            return wins && sameSignature(first, second);
        }
        boolean below = types.isSubclass(firstOwner, secondOwner).isYes();
        if (!below) {
            TypeInfo owner = types.store().find(second.method().owner());
            TypeInfo other = types.store().find(first.method().owner());
            boolean classWins = owner != null
                    && owner.isInterface()
                    && other != null
                    && !other.isInterface()
                    && !first.method().isAbstract();
            if (!classWins) {
                return false;
            }
        }
        return sameSignature(first, second);
    }

    /** Whether a type has a method from an interface above it, and not from a class or itself. */
    private boolean isInheritedInterface(Member member, String start) {
        TypeInfo owner = types.store().find(member.method().owner());
        return owner != null && owner.isInterface() && !owner.name().equals(start);
    }

    static boolean sameSignature(Member first, Member second) {
        List<JavaType> left = first.parameters();
        List<JavaType> right = second.parameters();
        if (left.size() != right.size()) {
            return false;
        }
        if (first.erasedParameters().equals(second.erasedParameters())) {
            return true;
        }
        // A subtype may override with the erasure of the signature (JLS 8.4.2).
        return first.method().erasedParameters().equals(second.method().erasedParameters());
    }

    /** A field and the type of it as a member of the type that it was searched in. */
    record FieldMember(FieldInfo field, JavaType type) {}

    /**
     * The field of this name that a type has.
     *
     * @return null if it has none, as far as its supertypes were seen
     */
    @Nullable
    FieldMember field(JavaType start, String name, Viewer viewer) {
        Deque<JavaType> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        boolean isFirst = true;
        while (!open.isEmpty()) {
            JavaType next = Types.upper(open.remove());
            if (next instanceof Intersection parts) {
                open.addAll(parts.parts());
            } else if (next instanceof ClassType type && seen.add(type.name())) {
                TypeInfo info = types.store().find(type.name());
                FieldInfo field = info == null ? null : info.field(name);
                if (info != null
                        && field != null
                        && (isFirst || !java.lang.reflect.Modifier.isPrivate(field.flags()))
                        && viewer.mayUse(info.name(), field.flags())) {
                    boolean isRaw =
                            type.arguments().isEmpty() && !info.parameters().isEmpty();
                    JavaType fieldType = isRaw && !field.isStatic()
                            ? Types.erasure(field.type())
                            : Types.substitute(field.type(), substitution(type, info, isRaw, viewer));
                    return new FieldMember(field, fieldType);
                }
                isFirst = false;
                open.addAll(types.supertypes(type));
            }
        }
        return null;
    }

    /**
     * The abstract method of a functional interface; null if it is none, or if it cannot be told (JLS 9.8).
     *
     * @param name an interface
     */
    @Nullable
    MethodInfo functionMethod(String name) {
        TypeInfo start = types.store().find(name);
        if (start == null || !start.isInterface() || !types.isComplete(ClassType.of(name))) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>();
        Deque<TypeInfo> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>(Set.of("java.lang.Object"));
        while (!open.isEmpty()) {
            TypeInfo info = open.remove();
            if (seen.add(info.name())) {
                names.addAll(info.methodNames());
                for (JavaType supertype : types.store().supertypesOf(info)) {
                    TypeInfo above =
                            supertype instanceof ClassType named ? types.store().find(named.name()) : null;
                    if (above != null) {
                        open.add(above);
                    }
                }
            }
        }
        Viewer viewer = new Viewer(name);
        Member single = null;
        for (String methodName : names) {
            for (Member member : methods(start.self(), methodName, viewer).methods()) {
                if (member.method().isAbstract() && !isOfObject(member.method())) {
                    if (single == null) {
                        single = member;
                    } else if (!single.method().name().equals(methodName) || !sameSignature(single, member)) {
                        return null;
                    }
                }
            }
        }
        return single == null ? null : single.method();
    }

    private boolean isOfObject(MethodInfo method) {
        TypeInfo object = types.store().find("java.lang.Object");
        return object != null
                && object.methods(method.name()).stream()
                        .anyMatch(own -> java.lang.reflect.Modifier.isPublic(own.flags())
                                && own.erasedParameters().equals(method.erasedParameters()));
    }
}
