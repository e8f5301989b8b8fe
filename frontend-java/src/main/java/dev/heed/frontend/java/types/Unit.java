package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One compilation unit: what its types are called, and what the names of types mean at each place. One thread at a time. */
final class Unit implements Scopes.TypeBodies {
    final TypeSystem types;
    final Members members;
    final Functions functions;
    final UnitNames names;
    final FileContext file;
    final UnitNames.Numbers numbers;
    final Completion completion = new Completion();
    final Scopes scopes;
    private final TermWriter terms;
    private final Map<Type, JavaType> resolved = new IdentityHashMap<>();
    private final Map<Node, Members.Viewer> viewers = new IdentityHashMap<>();
    private @Nullable Node place;
    private int captures;

    Unit(
            UnitNames names,
            FileContext file,
            UnitNames.Numbers numbers,
            TypeSystem types,
            Members members,
            Functions functions) {
        this.types = types;
        this.members = members;
        this.functions = functions;
        this.names = names;
        this.file = file;
        this.numbers = numbers;
        this.scopes = new Scopes(this, new Patterns(), completion);
        this.terms = new TermWriter(this::localType);
    }

    private @Nullable String localType(String name) {
        return place == null ? null : LocalTypes.find(names, place, name);
    }

    /** The type that the text of a type means. */
    JavaType typeOf(Type type) {
        JavaType known = resolved.get(type);
        if (known == null) {
            if (type instanceof UnionType union) {
                List<JavaType> parts = new ArrayList<>();
                union.getElements().forEach(part -> parts.add(typeOf(part)));
                known = types.leastUpperBound(parts);
            } else {
                place = type;
                String term = terms.write(type);
                known = TermReader.read(term, scopeAt(type));
            }
            resolved.put(type, known);
        }
        return known;
    }

    /** What names of types mean at a place, local classes left out. */
    TypeScope scopeAt(Node start) {
        List<TypeVariable> variables = null;
        Node child = start;
        Node parent = start.getParentNode().orElse(null);
        while (parent != null) {
            if (parent instanceof CallableDeclaration<?> callable
                    && !callable.getTypeParameters().isEmpty()
                    && variables == null) {
                variables = typeParameters(callable);
            }
            SourceTypeInfo info = sourceInfo(parent);
            if (info != null) {
                // The members of a record are in scope in its header, too (JLS 6.3).
                boolean isComponent = parent instanceof RecordDeclaration && child instanceof Parameter;
                boolean isBody = isComponent || child instanceof BodyDeclaration<?>;
                boolean isHead = !isBody && parent instanceof TypeDeclaration<?>;
                if (isBody || isHead) {
                    TypeScope scope = isBody ? info.bodyScope() : info.headScope();
                    return variables == null ? scope : scope.with(variables);
                }
            }
            child = parent;
            parent = parent.getParentNode().orElse(null);
        }
        return new TypeScope(types.store(), file, null, false);
    }

    private List<TypeVariable> typeParameters(CallableDeclaration<?> callable) {
        Node type = callable.getParentNode().orElse(callable);
        SourceTypeInfo info = sourceInfo(type);
        return info == null ? List.of() : info.methodTypeParameters(numbers.of(type, callable));
    }

    /** The declaration of a type of this unit, or null. */
    @Nullable
    SourceTypeInfo sourceInfo(Node typeNode) {
        String name = names.nameOf(typeNode);
        return name != null && types.store().find(name) instanceof SourceTypeInfo info ? info : null;
    }

    /** The type that a simple name means as the start of an expression; null if no type of that name is known. */
    @Nullable
    ClassType knownType(String name, Node at) {
        String local = LocalTypes.find(names, at, name);
        return local != null ? ClassType.of(local) : scopeAt(at).knownType(name);
    }

    /** The type whose members are used without qualifier at a place, with its own parameters; unknown above all types. */
    JavaType selfAt(Node at) {
        Node type = names.typeAround(at);
        SourceTypeInfo info = type == null ? null : sourceInfo(type);
        return info == null ? JavaType.UNKNOWN : info.self();
    }

    Members.Viewer viewerAt(Node at) {
        Node type = names.typeAround(at);
        if (type == null) {
            return new Members.Viewer(file.qualify(""));
        }
        return viewers.computeIfAbsent(type, key -> new Members.Viewer(String.valueOf(names.nameOf(key))));
    }

    /** The type with fresh variables for its wildcards. */
    JavaType captured(JavaType type) {
        JavaType upper = Types.upper(type);
        if (upper instanceof Intersection all) {
            List<JavaType> parts = new ArrayList<>();
            all.parts().forEach(part -> parts.add(captured(part)));
            return new Intersection(parts);
        }
        return upper instanceof ClassType ? types.captured(upper, "capture " + captures++) : upper;
    }

    @Override
    public boolean hasField(Node type, String name) {
        SourceTypeInfo info = sourceInfo(type);
        return info != null && members.field(info.self(), name, new Members.Viewer(info.name())) != null;
    }

    @Override
    public boolean isType(Node node) {
        return names.nameOf(node) != null;
    }
}
