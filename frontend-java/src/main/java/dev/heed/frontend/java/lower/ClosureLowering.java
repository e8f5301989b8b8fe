package dev.heed.frontend.java.lower;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.lower.UnitContext.Closure;
import dev.heed.frontend.java.types.UnitResolver.FunctionType;
import dev.heed.frontend.java.types.UnitResolver.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lambdas, method references, and classes inside of functions: functions that see the variables around them. */
final class ClosureLowering {
    private final FunctionContext function;
    private final UnitContext unit;

    ClosureLowering(FunctionContext function) {
        this.function = function;
        this.unit = function.unit();
    }

    Operand lambda(LambdaExpr lambda) {
        FunctionType type = function.resolver().functionTypeOf(lambda);
        Closure closure = unit.closures().get(lambda);
        if (closure == null) {
            closure = lower(lambda, type);
            unit.closures().put(lambda, closure);
        }
        MethodRef ref = closure.ref();
        if (ref == null) {
            throw new IllegalStateException("a lambda without a function");
        }
        return new Operand.FunctionRef(
                ref, unit.intern(type.type()), function.capturedOperands(closure.captured()), false);
    }

    private Closure lower(LambdaExpr lambda, FunctionType type) {
        List<String> parameterTypes = parameterTypes(lambda, type);
        MethodRef ref = unit.lambdaRef(lambda, function.ownType(), parameterTypes);
        FunctionContext inner = new FunctionContext(
                unit,
                function,
                ref,
                function.displayName().startsWith("lambda in ")
                        ? function.displayName()
                        : "lambda in " + function.displayName(),
                function.isStatic(),
                function.enclosingTypes(),
                type.returnType(),
                List.of(lambda.getBody()));
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < parameterTypes.size(); i++) {
            Parameter parameter = lambda.getParameters().get(i);
            parameters.add(inner.declare(
                    parameter, parameter.getNameAsString(), parameterTypes.get(i), Variable.Kind.PARAMETER));
        }
        Statement body = lambda.getBody();
        if (body instanceof ExpressionStmt value) {
            lowerExpression(inner, value.getExpression(), type.returnType());
        } else {
            inner.lower(body);
            inner.exits().doReturn(inner.unit().spans().lastCharacter(body), null);
        }
        Span bodySpan = body instanceof ExpressionStmt value
                ? unit.spans().of(value.getExpression())
                : unit.spans().of(body);
        unit.functions()
                .add(new Function(
                        ref,
                        Function.Kind.LAMBDA,
                        inner.displayName(),
                        unit.file(),
                        unit.spans().of(lambda),
                        head(lambda),
                        bodySpan,
                        null,
                        Set.of(),
                        List.of(),
                        List.copyOf(parameters),
                        List.copyOf(inner.graph().variables()),
                        type.returnType(),
                        type.declaredThrows(),
                        List.copyOf(inner.graph().blocks()),
                        function.ref(),
                        List.of(),
                        false));
        return new Closure(ref, List.copyOf(inner.captured()));
    }

    private static void lowerExpression(FunctionContext inner, Expression value, String returnType) {
        Span span = inner.span(value);
        if (returnType.equals("void")) {
            inner.expressions().effect(value);
            inner.exits().doReturn(span.after(), null);
        } else {
            Operand result = inner.value(value);
            boolean isVoid =
                    result instanceof Operand.Unknown unknown && unknown.type().equals("void");
            inner.exits().doReturn(span, isVoid ? null : result);
        }
    }

    private List<String> parameterTypes(LambdaExpr lambda, FunctionType type) {
        NodeList<Parameter> parameters = lambda.getParameters();
        List<String> types = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            boolean isWritten =
                    !parameter.getType().isUnknownType() && !parameter.getType().isVarType();
            if (isWritten) {
                String element = function.typeOf(parameter.getType());
                types.add(parameter.isVarArgs() ? element + "[]" : element);
            } else if (i < type.parameterTypes().size()) {
                types.add(unit.intern(type.parameterTypes().get(i)));
            } else {
                types.add(FunctionContext.UNKNOWN);
            }
        }
        return types;
    }

    /** Parameters and arrow. */
    private Span head(LambdaExpr lambda) {
        Span whole = unit.spans().of(lambda);
        JavaToken token =
                lambda.getBody().getTokenRange().map(r -> r.getBegin()).orElse(null);
        while (token != null && token.getKind() != JavaToken.Kind.ARROW.getKind()) {
            token = token.getPreviousToken().orElse(null);
        }
        return token == null ? whole.before() : whole.before().to(unit.spans().of(token));
    }

    Operand reference(MethodReferenceExpr reference) {
        FunctionType type = function.resolver().functionTypeOf(reference);
        Operand scope = scope(reference);
        Callee callee = function.resolver().callee(reference);
        MethodRef target = callee.candidates().isEmpty()
                ? new MethodRef(callee.receiverType(), reference.getIdentifier(), List.of())
                : callee.candidates().get(0);
        boolean isBound = !(scope instanceof Operand.TypeName) && !(scope instanceof Operand.Unknown);
        return new Operand.FunctionRef(target, unit.intern(type.type()), isBound ? List.of(scope) : List.of(), true);
    }

    /** The parser takes whatever stands in front of the colons for a type, also a variable. */
    private Operand scope(MethodReferenceExpr reference) {
        if (reference.getScope() instanceof TypeExpr type
                && type.getType() instanceof ClassOrInterfaceType named
                && named.getScope().isEmpty()
                && named.getTypeArguments().isEmpty()) {
            NameExpr name = new NameExpr(named.getName().getIdentifier());
            named.getRange().ifPresent(name::setRange);
            // The resolver looks for declarations from the parent on; the tree is left as it was.
            name.setParentNode(reference);
            try {
                if (!(function.resolver().meaningOf(name) instanceof Meaning.Unknown)) {
                    return function.value(name);
                }
            } finally {
                name.setParentNode(null);
            }
        }
        return function.value(reference.getScope());
    }

    /** Lowers the members of an anonymous class; returns what they capture. */
    List<Operand> anonymousClass(ObjectCreationExpr creation) {
        Closure closure = unit.closures().get(creation);
        if (closure == null) {
            String name = unit.intern(function.resolver().binaryNameOf(creation));
            MemberLowering members = MemberLowering.of(unit, function, creation, name, "anonymous class");
            members.lower(creation.getAnonymousClassBody().orElseGet(NodeList::new));
            closure = new Closure(null, members.captured());
            unit.closures().put(creation, closure);
        }
        return function.capturedOperands(closure.captured());
    }

    /** Lowers the members of a local class, interface, or record. */
    void localType(TypeDeclaration<?> declaration) {
        if (!unit.closures().containsKey((Node) declaration)) {
            String name = unit.intern(function.resolver().binaryNameOf(declaration));
            MemberLowering members =
                    MemberLowering.of(unit, function, declaration, name, declaration.getNameAsString());
            members.lower(declaration.getMembers());
            unit.closures().put(declaration, new Closure(null, members.captured()));
        }
    }
}
