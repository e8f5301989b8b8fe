package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One function that is being lowered: its graph, its variables, and the parts of the lowering that work on them. */
final class FunctionContext {
    static final String UNKNOWN = "?";

    private final UnitContext unit;
    private final @Nullable FunctionContext parent;
    private final MethodRef ref;
    private final String displayName;
    private final boolean isStatic;
    private final List<String> enclosingTypes;
    private final GraphBuilder graph = new GraphBuilder();
    private final Exits exits;
    private final IdentityHashMap<Node, Variable> variables = new IdentityHashMap<>();
    private final List<Node> captured = new ArrayList<>();
    private final ExpressionLowering expressions;
    private final ConditionLowering conditions;
    private final StatementLowering statements;
    private final Assignments assignments;

    /**
     * @param parent the function around a lambda or around the class it stands in, or null
     * @param enclosingTypes binary names of the types around it, innermost first
     * @param body what will be lowered
     */
    FunctionContext(
            UnitContext unit,
            @Nullable FunctionContext parent,
            MethodRef ref,
            String displayName,
            boolean isStatic,
            List<String> enclosingTypes,
            String returnType,
            List<? extends Node> body) {
        this.unit = unit;
        this.parent = parent;
        this.ref = ref;
        this.displayName = displayName;
        this.isStatic = isStatic;
        this.enclosingTypes = enclosingTypes;
        this.exits = new Exits(graph, returnType);
        this.assignments = Assignments.in(body);
        this.expressions = new ExpressionLowering(this);
        this.conditions = new ConditionLowering(this);
        this.statements = new StatementLowering(this);
    }

    UnitContext unit() {
        return unit;
    }

    UnitResolver resolver() {
        return unit.resolver();
    }

    GraphBuilder graph() {
        return graph;
    }

    Exits exits() {
        return exits;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    ConditionLowering conditions() {
        return conditions;
    }

    StatementLowering statements() {
        return statements;
    }

    Assignments assignments() {
        return assignments;
    }

    MethodRef ref() {
        return ref;
    }

    String displayName() {
        return displayName;
    }

    boolean isStatic() {
        return isStatic;
    }

    List<String> enclosingTypes() {
        return enclosingTypes;
    }

    String ownType() {
        return enclosingTypes.get(0);
    }

    Span span(Node node) {
        return unit.spans().of(node);
    }

    String typeOf(Type type) {
        return unit.intern(resolver().typeOf(type));
    }

    String typeOf(Expression expression) {
        return unit.intern(resolver().typeOf(expression));
    }

    Operand value(Expression expression) {
        return expressions.value(expression);
    }

    void lower(Statement statement) {
        statements.lower(statement);
    }

    void lowerAll(NodeList<Statement> list) {
        list.forEach(statements::lower);
    }

    /** The receiver, as seen from a member that {@code owner} declares: an outer class's, if it is one of those around. */
    Operand receiver(String owner) {
        return new Operand.This(enclosingTypes.contains(owner) ? owner : ownType());
    }

    Variable declare(Node declaration, String name, String type, Variable.Kind kind) {
        Variable known = variables.get(declaration);
        if (known != null) {
            return known;
        }
        Variable variable = graph.variable(unit.intern(name), type, kind);
        variables.put(declaration, variable);
        return variable;
    }

    /** The variable of a declaration; one of an enclosing function is captured. */
    Variable variableOf(Node declaration) {
        Variable known = variables.get(declaration);
        if (known != null) {
            return known;
        }
        captured.add(declaration);
        Variable outer = lookUp(parent, declaration);
        return outer == null
                ? declare(declaration, nameOf(declaration), typeOfDeclaration(declaration), Variable.Kind.CAPTURED)
                : declare(declaration, outer.name(), outer.type(), Variable.Kind.CAPTURED);
    }

    private static @Nullable Variable lookUp(@Nullable FunctionContext from, Node declaration) {
        for (FunctionContext function = from; function != null; function = function.parent) {
            Variable variable = function.variables.get(declaration);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    /** Declarations of enclosing functions, in the order of their first use. */
    List<Node> captured() {
        return captured;
    }

    List<Operand> capturedOperands(List<Node> declarations) {
        List<Operand> operands = new ArrayList<>(declarations.size());
        declarations.forEach(declaration -> operands.add(new Operand.Local(variableOf(declaration))));
        return operands;
    }

    private String typeOfDeclaration(Node declaration) {
        Type type = null;
        if (declaration instanceof VariableDeclarator variable) {
            type = variable.getType();
        } else if (declaration instanceof Parameter parameter) {
            type = parameter.getType();
        } else if (declaration instanceof TypePatternExpr pattern) {
            type = pattern.getType();
        }
        return type == null ? UNKNOWN : declaredType(type, null);
    }

    /** The type of a declared variable; of {@code var}, that of its initializer. */
    String declaredType(Type type, @Nullable Expression initializer) {
        if (type.isVarType() || type.isUnknownType()) {
            return initializer == null ? UNKNOWN : typeOf(initializer);
        }
        return typeOf(type);
    }

    private static String nameOf(Node declaration) {
        if (declaration instanceof NodeWithSimpleName<?> named) {
            return named.getNameAsString();
        }
        return declaration instanceof SimpleName name ? name.getIdentifier() : declaration.toString();
    }
}
