package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names mean where they stand (JLS 6.5), and the types of variables. */
final class Names {

    /** What a name means. */
    sealed interface Meaning {
        record Variable(Node declaration) implements Meaning {}

        record Field(FieldInfo field, JavaType type) implements Meaning {}

        /** The length of an array. */
        record Length() implements Meaning {}

        record TypeName(ClassType type) implements Meaning {}

        /** Perhaps the start of a package's name; with what is known of it. */
        record Unknown(List<String> segments) implements Meaning {}
    }

    private final Unit unit;
    private final Typing typing;
    private final Map<Expression, Meaning> meanings = new IdentityHashMap<>();
    private final Map<Node, JavaType> variables = new IdentityHashMap<>();

    Names(Unit unit, Typing typing) {
        this.unit = unit;
        this.typing = typing;
    }

    Meaning meaningOf(NameExpr name) {
        Meaning known = meanings.get(name);
        if (known == null) {
            known = compute(name);
            meanings.put(name, known);
        }
        return known;
    }

    private Meaning compute(NameExpr expression) {
        Meaning constant = enumLabel(expression);
        return constant != null ? constant : meaningOf(expression.getNameAsString(), expression);
    }

    /** What a simple name means at a place. */
    Meaning meaningOf(String name, Node expression) {
        Scopes.Found found = unit.scopes.find(name, expression);
        if (found.variable() != null) {
            return new Meaning.Variable(found.variable());
        }
        if (found.fieldOf() != null) {
            SourceTypeInfo owner = unit.sourceInfo(found.fieldOf());
            Members.FieldMember field =
                    owner == null ? null : unit.members.field(owner.self(), name, unit.viewerAt(expression));
            if (field != null) {
                return new Meaning.Field(field.field(), field.type());
            }
        }
        Meaning imported = staticImport(name, expression);
        if (imported != null) {
            return imported;
        }
        ClassType type = unit.knownType(name, expression);
        return type != null ? new Meaning.TypeName(type) : new Meaning.Unknown(List.of(name));
    }

    /** The label of a switch over an enum names its constant without qualifier (JLS 14.11.1). */
    private @Nullable Meaning enumLabel(NameExpr name) {
        if (!(name.getParentNode().orElse(null) instanceof SwitchEntry entry)
                || entry.getLabels().stream().noneMatch(label -> label == name)) {
            return null;
        }
        JavaType selector = Types.upper(typing.typeOf(selectorOf(entry)));
        if (!(selector instanceof ClassType type)) {
            return null;
        }
        TypeInfo info = unit.types.store().find(type.name());
        FieldInfo field = info == null || !info.isEnum() ? null : info.field(name.getNameAsString());
        return field == null ? null : new Meaning.Field(field, field.type());
    }

    private static Expression selectorOf(SwitchEntry entry) {
        Node parent = entry.getParentNode().orElse(entry);
        return parent instanceof SwitchStmt statement ? statement.getSelector() : ((SwitchExpr) parent).getSelector();
    }

    private @Nullable Meaning staticImport(String name, Node at) {
        TypeScope scope = unit.scopeAt(at);
        Members.Viewer viewer = unit.viewerAt(at);
        List<String> owners = new ArrayList<>(unit.file.staticImports().getOrDefault(name, List.of()));
        owners.addAll(unit.file.staticOnDemand());
        for (String owner : owners) {
            Members.FieldMember field = unit.members.field(scope.imported(owner), name, viewer);
            if (field != null && field.field().isStatic()) {
                return new Meaning.Field(field.field(), field.type());
            }
        }
        return null;
    }

    /** What a qualified name means that the parser took for a type's. */
    Meaning meaningOf(ClassOrInterfaceType name) {
        if (name.getScope().isEmpty()) {
            return meaningOf(name.getNameAsString(), name);
        }
        return memberOf(meaningOf(name.getScope().get()), name.getNameAsString(), name);
    }

    Meaning meaningOf(FieldAccessExpr access) {
        Meaning known = meanings.get(access);
        if (known == null) {
            known = compute(access);
            meanings.put(access, known);
        }
        return known;
    }

    private Meaning compute(FieldAccessExpr access) {
        String name = access.getNameAsString();
        Expression scope = access.getScope();
        if (scope instanceof NameExpr || scope instanceof FieldAccessExpr) {
            Meaning outer = scope instanceof NameExpr simple ? meaningOf(simple) : meaningOf((FieldAccessExpr) scope);
            return memberOf(outer, name, access);
        }
        return memberOfValue(typing.typeOf(scope), name, access);
    }

    private Meaning memberOf(Meaning outer, String name, Node at) {
        if (outer instanceof Meaning.TypeName type) {
            return memberOfType(type.type(), name, at);
        }
        if (outer instanceof Meaning.Unknown unknown && !unknown.segments().isEmpty()) {
            List<String> segments = new ArrayList<>(unknown.segments());
            segments.add(name);
            String found = segments.size() > 30 ? null : unit.types.store().binaryName(segments);
            return found != null ? new Meaning.TypeName(ClassType.of(found)) : new Meaning.Unknown(segments);
        }
        return memberOfValue(typeOf(outer), name, at);
    }

    private Meaning memberOfValue(JavaType value, String name, Node access) {
        JavaType type = unit.captured(value);
        if (type instanceof ArrayType && name.equals("length")) {
            return new Meaning.Length();
        }
        Members.FieldMember field = unit.members.field(type, name, unit.viewerAt(access));
        return field == null ? new Meaning.Unknown(List.of()) : new Meaning.Field(field.field(), field.type());
    }

    private Meaning memberOfType(ClassType type, String name, Node at) {
        Members.FieldMember field = unit.members.field(type, name, unit.viewerAt(at));
        if (field != null) {
            return new Meaning.Field(field.field(), field.type());
        }
        JavaType member = unit.scopeAt(at).memberOf(type, name);
        return member instanceof ClassType named && unit.types.store().find(named.name()) != null
                ? new Meaning.TypeName(named)
                : new Meaning.Unknown(List.of());
    }

    /** The type of what a name means; unknown for types and packages. */
    JavaType typeOf(Meaning meaning) {
        if (meaning instanceof Meaning.Variable variable) {
            return typeOfVariable(variable.declaration());
        } else if (meaning instanceof Meaning.Field field) {
            return field.type();
        } else if (meaning instanceof Meaning.Length) {
            return Primitive.INT;
        }
        return JavaType.UNKNOWN;
    }

    /** The type of a variable by the node that declares it. */
    JavaType typeOfVariable(Node declaration) {
        JavaType known = variables.get(declaration);
        if (known == null) {
            variables.put(declaration, JavaType.UNKNOWN); // for variables that are declared by themselves
            known = compute(declaration);
            variables.put(declaration, known);
        }
        return known;
    }

    /** The type that a lambda's context gives to its parameter. */
    void setParameter(Parameter parameter, JavaType type) {
        variables.put(parameter, type);
    }

    private JavaType compute(Node declaration) {
        if (declaration instanceof VariableDeclarator variable) {
            return isInferred(variable.getType()) ? inferred(variable) : unit.typeOf(variable.getType());
        } else if (declaration instanceof Parameter parameter) {
            if (isInferred(parameter.getType())) {
                return JavaType.UNKNOWN; // a lambda's that was not looked at: Typing sets those
            }
            JavaType type = unit.typeOf(parameter.getType());
            return parameter.isVarArgs() ? new ArrayType(type) : type;
        } else if (declaration instanceof TypePatternExpr pattern) {
            return isInferred(pattern.getType()) ? component(pattern) : unit.typeOf(pattern.getType());
        }
        return JavaType.UNKNOWN;
    }

    static boolean isInferred(Type type) {
        // Without the parser's processors "var" is left as the name of a class; no class may have it (JLS 3.9).
        return type instanceof VarType
                || type instanceof UnknownType
                || (type instanceof ClassOrInterfaceType named
                        && named.getNameAsString().equals("var")
                        && named.getScope().isEmpty());
    }

    private JavaType inferred(VariableDeclarator variable) {
        Node parent = variable.getParentNode().orElse(variable);
        if (parent.getParentNode().orElse(null) instanceof ForEachStmt loop && loop.getVariable() == parent) {
            return elementOf(typing.typeOf(loop.getIterable()));
        }
        return variable.getInitializer()
                .map(typing::typeOf)
                .filter(type -> type != JavaType.Special.NULL)
                .orElse(JavaType.UNKNOWN);
    }

    /** What a loop over this type yields. */
    JavaType elementOf(JavaType iterated) {
        JavaType type = unit.captured(iterated);
        if (type instanceof ArrayType array) {
            return array.element();
        }
        TypeSystem.Ancestor iterable = unit.types.asSuper(type, "java.lang.Iterable");
        if (iterable.type() == null) {
            return JavaType.UNKNOWN;
        }
        List<JavaType> arguments = iterable.type().arguments();
        return arguments.isEmpty() ? JavaType.OBJECT : Types.upperArgument(arguments.get(0));
    }

    /** {@code var} in a record pattern: the type of the record's component. */
    private JavaType component(TypePatternExpr pattern) {
        if (!(pattern.getParentNode().orElse(null) instanceof RecordPatternExpr around)) {
            return JavaType.UNKNOWN;
        }
        int index = -1;
        for (int i = 0; i < around.getPatternList().size(); i++) {
            index = around.getPatternList().get(i) == pattern ? i : index;
        }
        JavaType outer = unit.captured(unit.typeOf(around.getType()));
        TypeInfo info = outer instanceof ClassType named ? unit.types.store().find(named.name()) : null;
        if (info == null || index < 0) {
            return JavaType.UNKNOWN;
        }
        List<JavaType> arguments = ((ClassType) outer).arguments();
        for (MethodInfo constructor : info.methods("<init>")) {
            // The type arguments of a raw pattern would have to be inferred (JLS 18.5.5).
            if (constructor.parameters().size() == around.getPatternList().size()
                    && info.parameters().size() == arguments.size()) {
                return Types.substitute(
                        constructor.parameters().get(index), Types.substitution(info.parameters(), arguments));
            }
        }
        return JavaType.UNKNOWN;
    }
}
