package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checked exceptions that a lambda's body can throw (JLS 11.2); unknown among them if a call in it is unknown. */
final class ThrownTypes {
    private static final ClassType UNCHECKED = ClassType.of("java.lang.RuntimeException");
    private static final ClassType ERROR = ClassType.of("java.lang.Error");

    private final Unit unit;
    private final Typing typing;
    /** What the try block in front of a catch clause throws: what a rethrow of its parameter can be. */
    private final Map<Node, Set<JavaType>> caught = new IdentityHashMap<>();

    ThrownTypes(Unit unit, Typing typing) {
        this.unit = unit;
        this.typing = typing;
    }

    Set<JavaType> of(Expression function) {
        Set<JavaType> thrown = new LinkedHashSet<>();
        if (function instanceof LambdaExpr lambda) {
            collect(lambda.getBody(), thrown);
        } else if (function instanceof MethodReferenceExpr reference) {
            CallTyping call = typing.functions().referenceOf(reference);
            addAll(call == null ? CallTyping.unresolved("?", JavaType.UNKNOWN) : call, thrown);
        }
        return thrown;
    }

    private void collect(Node node, Set<JavaType> thrown) {
        if (node instanceof LambdaExpr || node instanceof BodyDeclaration<?>) {
            return;
        }
        if (node instanceof TryStmt attempt) {
            collectTry(attempt, thrown);
            return;
        }
        if (node instanceof ThrowStmt statement) {
            collectThrow(statement.getExpression(), thrown);
        } else if (node instanceof MethodCallExpr || node instanceof ObjectCreationExpr) {
            typing.finish((Expression) node);
            addAll(typing.calls().typing(node), thrown);
        }
        node.getChildNodes().forEach(child -> collect(child, thrown));
    }

    private void collectThrow(Expression value, Set<JavaType> thrown) {
        if (value instanceof NameExpr name
                && typing.names().meaningOf(name) instanceof Names.Meaning.Variable variable
                && caught.containsKey(variable.declaration())) {
            thrown.addAll(caught.get(variable.declaration()));
        } else {
            add(unit.types.resolved(typing.typeOf(value)), thrown);
        }
    }

    private void collectTry(TryStmt attempt, Set<JavaType> thrown) {
        Set<JavaType> inner = new LinkedHashSet<>();
        for (Expression resource : attempt.getResources()) {
            collect(resource, inner);
            JavaType type = unit.types.resolved(typing.typeOf(resource));
            addAll(typing.calls().close(type, unit.viewerAt(attempt)), inner);
        }
        collect(attempt.getTryBlock(), inner);
        for (CatchClause clause : attempt.getCatchClauses()) {
            Set<JavaType> taken = taken(clause.getParameter(), inner);
            caught.put(clause.getParameter(), taken);
            inner.removeAll(taken);
        }
        thrown.addAll(inner);
        attempt.getCatchClauses().forEach(clause -> collect(clause.getBody(), thrown));
        attempt.getFinallyBlock().ifPresent(block -> collect(block, thrown));
    }

    private Set<JavaType> taken(Parameter parameter, Set<JavaType> thrown) {
        List<Type> written = parameter.getType() instanceof UnionType union
                ? new ArrayList<>(union.getElements())
                : List.of(parameter.getType());
        Set<JavaType> taken = new LinkedHashSet<>();
        for (Type type : written) {
            JavaType wanted = unit.typeOf(type);
            boolean takesAll = wanted.equals(ClassType.of("java.lang.Throwable"))
                    || wanted.equals(ClassType.of("java.lang.Exception"));
            for (JavaType one : thrown) {
                if (unit.types.isSubtype(one, wanted).isYes() || (takesAll && Types.isUnknown(one))) {
                    taken.add(one);
                }
            }
        }
        return taken;
    }

    private void addAll(CallTyping call, Set<JavaType> thrown) {
        if (call.candidates.isEmpty()) {
            thrown.add(JavaType.UNKNOWN);
        }
        call.thrown.forEach(type -> add(unit.types.resolved(type), thrown));
    }

    private void add(JavaType type, Set<JavaType> thrown) {
        boolean isUnchecked = unit.types.isSubtype(type, UNCHECKED).isYes()
                || unit.types.isSubtype(type, ERROR).isYes();
        if (!isUnchecked) {
            thrown.add(type);
        }
    }
}
