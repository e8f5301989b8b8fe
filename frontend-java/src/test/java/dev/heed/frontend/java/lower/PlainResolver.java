package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.Type;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.MethodRef;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows a handful of names: enough to lower self-contained programs. */
public final class PlainResolver implements UnitResolver {
    private final CompilationUnit unit;
    private Map<String, List<Node>> declarations;

    public PlainResolver(CompilationUnit unit) {
        this.unit = unit;
    }

    @Override
    public String typeOf(Type type) {
        if (type.isArrayType()) {
            return typeOf(type.asArrayType().getComponentType()) + "[]";
        } else if (type.isClassOrInterfaceType()) {
            return named(type.asClassOrInterfaceType().getNameAsString());
        } else if (type.isUnionType()) {
            return "java.lang.Throwable";
        }
        return type.asString();
    }

    private String named(String name) {
        try {
            return Class.forName("java.lang." + name).getName();
        } catch (ClassNotFoundException e) {
            return name;
        }
    }

    @Override
    public String typeOf(Expression e) {
        if (e instanceof StringLiteralExpr || e instanceof TextBlockLiteralExpr) {
            return "java.lang.String";
        } else if (e instanceof IntegerLiteralExpr) {
            return "int";
        } else if (e instanceof BooleanLiteralExpr) {
            return "boolean";
        } else if (e instanceof MethodCallExpr call) {
            return callee(call).returnType();
        } else if (e instanceof ConditionalExpr c) {
            return typeOf(c.getThenExpr());
        } else if (e instanceof ObjectCreationExpr c) {
            return typeOf(c.getType());
        } else if (e instanceof ArrayCreationExpr c) {
            return typeOf(c.createdType());
        } else if (e instanceof SwitchExpr) {
            return "int";
        } else if (e instanceof NameExpr n
                && meaningOf(n) instanceof Meaning.Local l
                && l.declaration() instanceof VariableDeclarator d) {
            return typeOf(d.getType());
        }
        return "?";
    }

    private Callee callee(String name, String receiver, List<MethodDeclaration> found) {
        List<MethodRef> refs = new ArrayList<>();
        found.forEach(m -> refs.add(refOf(m)));
        return new Callee(
                name,
                receiver,
                refs,
                found.isEmpty()
                        ? List.of()
                        : found.get(0).getThrownExceptions().stream()
                                .map(t -> typeOf((Type) t))
                                .toList(),
                found.isEmpty() ? "?" : typeOf(found.get(0).getType()),
                !found.isEmpty() && found.get(0).isStatic(),
                found.isEmpty() ? Confidence.UNRESOLVED : Confidence.RESOLVED);
    }

    @Override
    public Callee callee(MethodCallExpr call) {
        List<MethodDeclaration> found = unit.findAll(MethodDeclaration.class).stream()
                .filter(m -> m.getNameAsString().equals(call.getNameAsString())
                        && m.getParameters().size() == call.getArguments().size())
                .limit(1)
                .toList();
        String receiver = call.getScope()
                .map(s -> s instanceof NameExpr n && meaningOf(n) instanceof Meaning.TypeName t ? t.type() : typeOf(s))
                .orElseGet(() -> owner(call));
        return callee(call.getNameAsString(), receiver, found);
    }

    private String owner(Node node) {
        Node around = UnitContext.typeAround(node);
        return around instanceof CompilationUnit ? "?" : binaryNameOf(around);
    }

    private Callee constructor(String type) {
        return new Callee("<init>", type, List.of(), List.of(), type, false, Confidence.UNRESOLVED);
    }

    @Override
    public Callee callee(ObjectCreationExpr creation) {
        return constructor(
                creation.getAnonymousClassBody().isPresent() ? binaryNameOf(creation) : typeOf(creation.getType()));
    }

    @Override
    public Callee callee(ExplicitConstructorInvocationStmt call) {
        return constructor(owner(call));
    }

    @Override
    public Callee closeOf(String resourceType) {
        return new Callee("close", resourceType, List.of(), List.of(), "void", false, Confidence.UNRESOLVED);
    }

    private Map<String, List<Node>> declarations() {
        if (declarations == null) {
            declarations = new HashMap<>();
            unit.walk(n -> {
                boolean isField = n.getParentNode().orElse(null) instanceof FieldDeclaration;
                if (!isField
                        && (n instanceof VariableDeclarator
                                || n instanceof Parameter
                                || n instanceof TypePatternExpr)) {
                    String name = ((NodeWithSimpleName<?>) n).getNameAsString();
                    declarations.computeIfAbsent(name, k -> new ArrayList<>()).add(n);
                }
            });
        }
        return declarations;
    }

    @Override
    public Meaning meaningOf(NameExpr name) {
        String text = name.getNameAsString();
        Optional<Node> local = declarations().getOrDefault(text, List.of()).stream()
                .filter(d -> !d.getRange()
                        .orElseThrow()
                        .begin
                        .isAfter(name.getRange().orElseThrow().begin))
                .filter(d -> d.findAncestor(LambdaExpr.class)
                        .filter(l -> d.getParentNode().orElseThrow() == l)
                        .map(l -> l.isAncestorOf(name))
                        .orElse(true))
                .filter(d -> d.findAncestor(CallableDeclaration.class)
                        .map(c -> c.isAncestorOf(name))
                        .orElse(true))
                .reduce((a, b) -> b);
        for (Node n = name; n != null && local.isEmpty(); n = n.getParentNode().orElse(null)) {
            if (n instanceof TypeDeclaration<?> t) {
                for (FieldDeclaration f : t.getFields()) {
                    for (VariableDeclarator v : f.getVariables()) {
                        if (v.getNameAsString().equals(text)) {
                            return new Meaning.Field(
                                    new FieldRef(binaryNameOf(t), text, typeOf(v.getType()), f.isStatic()));
                        }
                    }
                }
            }
        }
        if (local.isPresent()) {
            return new Meaning.Local(local.get());
        }
        return Character.isUpperCase(text.charAt(0)) ? new Meaning.TypeName(named(text)) : new Meaning.Unknown();
    }

    @Override
    public Meaning meaningOf(FieldAccessExpr access) {
        return new Meaning.Unknown();
    }

    @Override
    public FunctionType functionTypeOf(Expression lambda) {
        return FunctionType.UNKNOWN;
    }

    @Override
    public Callee callee(MethodReferenceExpr reference) {
        return callee(reference.getIdentifier(), "?", List.of());
    }

    @Override
    public MethodRef refOf(CallableDeclaration<?> d) {
        return new MethodRef(
                owner(d),
                d.isConstructorDeclaration() ? "<init>" : d.getNameAsString(),
                d.getParameters().stream().map(p -> typeOf(p.getType())).toList());
    }

    @Override
    public List<MethodRef> overriddenBy(CallableDeclaration<?> declaration) {
        return List.of();
    }

    @Override
    public String binaryNameOf(Node d) {
        String own = d instanceof TypeDeclaration<?> t ? t.getNameAsString() : "1";
        Node around = UnitContext.typeAround(d);
        return around instanceof CompilationUnit ? own : binaryNameOf(around) + "$" + own;
    }

    @Override
    public Object constantOf(Expression e) {
        if (e instanceof StringLiteralExpr s) {
            return s.asString();
        } else if (e instanceof IntegerLiteralExpr i) {
            return i.asNumber();
        } else if (e instanceof BooleanLiteralExpr b) {
            return b.getValue();
        } else if (e instanceof CharLiteralExpr c) {
            return c.asChar();
        }
        return null;
    }
}
