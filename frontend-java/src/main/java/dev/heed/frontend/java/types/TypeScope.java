package dev.heed.frontend.java.types;

import dev.heed.frontend.java.skim.SharedNames;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of types mean in a type's head or body (JLS 6.3, 6.4.1, 6.5.5): type parameters, the type itself, member
 * types, the same of the types around; then what the head of the file and the package give.
 */
final class TypeScope implements TermReader.Scope {
    private final TypeStore store;
    private final FileContext file;
    private final @Nullable TypeInfo type;
    private final boolean inHead;
    private final List<TypeVariable> innermost;

    TypeScope(TypeStore store, FileContext file, @Nullable TypeInfo type, boolean inHead) {
        this(store, file, type, inHead, List.of());
    }

    private TypeScope(
            TypeStore store, FileContext file, @Nullable TypeInfo type, boolean inHead, List<TypeVariable> innermost) {
        this.store = store;
        this.file = file;
        this.type = type;
        this.inHead = inHead;
        this.innermost = innermost;
    }

    /** The same with type parameters of a method that hide all others; the list may still grow. */
    TypeScope with(List<TypeVariable> variables) {
        return new TypeScope(store, file, type, inHead, variables);
    }

    @Override
    public JavaType simpleName(String name) {
        JavaType variable = variable(innermost, name);
        if (variable != null) {
            return variable;
        }
        boolean membersVisible = !inHead;
        TypeInfo around = type;
        while (around != null) {
            JavaType found = inType(around, name, membersVisible);
            if (found != null) {
                return found;
            }
            membersVisible = true;
            around = around.outer() == null ? null : store.find(around.outer());
        }
        return inFile(name);
    }

    private @Nullable JavaType inType(TypeInfo around, String name, boolean membersVisible) {
        if (membersVisible) {
            String member = memberType(around, name);
            if (member != null) {
                return ClassType.of(member);
            }
        }
        JavaType parameter = variable(around.parameters(), name);
        if (parameter != null) {
            return parameter;
        }
        if (around instanceof SourceTypeInfo source) {
            if (source.source().simpleName().equals(name)) {
                return ClassType.of(source.name());
            }
            return source.source().context().isEmpty() ? null : variable(source.context(), name);
        }
        return null;
    }

    private static @Nullable JavaType variable(List<TypeVariable> variables, String name) {
        for (TypeVariable variable : variables) {
            if (variable.name().equals(name)) {
                return variable;
            }
        }
        return null;
    }

    /** The member type of a type, its own or inherited, by simple name; null if none is seen. */
    private @Nullable String memberType(TypeInfo start, String name) {
        String own = start.memberType(name);
        if (own != null) {
            return own;
        }
        Set<String> seen = new HashSet<>();
        Deque<TypeInfo> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            TypeInfo next = open.remove();
            String member = next.memberType(name);
            if (member != null) {
                return member;
            }
            for (JavaType supertype : store.supertypesOf(next)) {
                if (supertype instanceof ClassType named && seen.add(named.name())) {
                    TypeInfo found = store.find(named.name());
                    if (found != null) {
                        open.add(found);
                    }
                }
            }
        }
        return null;
    }

    private JavaType inFile(String name) {
        Map<String, JavaType> known = file.meanings().in(store);
        JavaType found = known.get(name);
        if (found == null) {
            found = findInFile(name);
            if (found instanceof ClassType type) {
                found = ClassType.of(SharedNames.of(type.name()), type.arguments());
            }
            known.put(SharedNames.of(name), found);
        }
        return found;
    }

    private JavaType findInFile(String name) {
        String imported = file.imports().get(name);
        if (imported != null) {
            return canonical(imported);
        }
        String inPackage = file.qualify(name);
        if (store.find(inPackage) != null) {
            return ClassType.of(inPackage);
        }
        for (String owner : file.staticImports().getOrDefault(name, List.of())) {
            JavaType found = memberOf(canonical(owner), name);
            if (found instanceof ClassType known && store.find(known.name()) != null) {
                return found;
            }
        }
        return onDemand(name, inPackage);
    }

    private JavaType onDemand(String name, String inPackage) {
        boolean unseen = false;
        List<String> packages = new ArrayList<>(file.onDemand());
        for (String imported : packages) {
            String candidate = imported + "." + name;
            TypeInfo found = store.find(candidate);
            if (found != null && (found.isPublic() || found.isFromProject())) {
                return ClassType.of(candidate);
            }
            String outer = store.hasPackage(imported) ? null : store.binaryName(segments(imported));
            if (outer != null) {
                JavaType member = memberOf(ClassType.of(outer), name);
                if (member instanceof ClassType known && store.find(known.name()) != null) {
                    return member;
                }
            }
            unseen |= outer == null && !store.hasPackage(imported);
        }
        for (String owner : file.staticOnDemand()) {
            JavaType member = memberOf(canonical(owner), name);
            if (member instanceof ClassType known && store.find(known.name()) != null) {
                return member;
            }
            unseen |= store.binaryName(segments(owner)) == null;
        }
        if (store.find("java.lang." + name) != null) {
            return ClassType.of("java.lang." + name);
        }
        String fromModule = file.modules().isEmpty() ? null : store.typeInModules(file.modules(), name);
        if (fromModule != null) {
            return ClassType.of(fromModule);
        }
        // Only a type of the same package is left, whose source was not given; or one out of a package never seen.
        return unseen || !file.modules().isEmpty() ? JavaType.UNKNOWN : ClassType.of(inPackage);
    }

    private static List<String> segments(String name) {
        return Arrays.asList(name.split("\\.", -1));
    }

    private ClassType canonical(String name) {
        List<String> segments = segments(name);
        String known = store.binaryName(segments);
        return ClassType.of(known == null ? inheritedOrGuessed(segments) : known);
    }

    /** An import may name a member type through a subtype of the type that declares it. */
    private String inheritedOrGuessed(List<String> segments) {
        String outer = segments.size() < 2 ? null : store.binaryName(segments.subList(0, segments.size() - 1));
        TypeInfo found = outer == null ? null : store.find(outer);
        String member = found == null ? null : memberType(found, segments.get(segments.size() - 1));
        return member == null ? TypeStore.guessedBinaryName(segments) : member;
    }

    @Override
    public JavaType memberOf(ClassType outer, String name) {
        TypeInfo found = store.find(outer.name());
        String member = found == null ? null : memberType(found, name);
        return ClassType.of(member == null ? outer.name() + "$" + name : member);
    }

    @Override
    public JavaType qualifiedName(List<String> segments) {
        String known = store.binaryName(segments);
        if (known != null) {
            return ClassType.of(known);
        }
        String first = segments.get(0);
        boolean looksLikePackage = !first.isEmpty() && Character.isLowerCase(first.charAt(0));
        return looksLikePackage ? ClassType.of(inheritedOrGuessed(segments)) : JavaType.UNKNOWN;
    }

    @Override
    public boolean mayQualify(String name, JavaType found) {
        boolean isCapital = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
        return found instanceof ClassType type && (isCapital || isKnownOrImported(type, name));
    }

    /** The type that a single name or a qualified name means where it stands as an expression; null if no type is known. */
    @Nullable
    ClassType knownType(String name) {
        JavaType meant = simpleName(name);
        JavaType type = meant instanceof TypeVariable ? Types.upper(meant) : meant;
        return type instanceof ClassType found && isKnownOrImported(found, name) ? found : null;
    }

    private boolean isKnownOrImported(ClassType found, String name) {
        return store.find(found.name()) != null || file.imports().containsKey(name);
    }

    /** The class that an import names. */
    ClassType imported(String qualifiedName) {
        return canonical(qualifiedName);
    }
}
