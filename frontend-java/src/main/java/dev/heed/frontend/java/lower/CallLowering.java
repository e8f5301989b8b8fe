package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of methods and constructors. */
final class CallLowering {
    private static final String VOID = "void";

    private final FunctionContext function;
    private final GraphBuilder graph;
    private final ClosureLowering closures;

    CallLowering(FunctionContext function, ClosureLowering closures) {
        this.function = function;
        this.graph = function.graph();
        this.closures = closures;
    }

    /** The operand for the value; unknown if there is none. */
    Operand call(MethodCallExpr call, @Nullable Variable target, boolean isStatement) {
        Expression scope = call.getScope().orElse(null);
        List<Expression> evaluated = new ArrayList<>();
        if (scope != null) {
            evaluated.add(scope);
        }
        evaluated.addAll(call.getArguments());
        List<Operand> operands = function.expressions().values(evaluated);
        Callee callee = function.resolver().callee(call);
        Operand receiver = scope != null ? operands.get(0) : implicitReceiver(callee);
        List<Operand> arguments = scope != null ? operands.subList(1, operands.size()) : operands;
        Variable result = isStatement || callee.returnType().equals(VOID) ? null : result(call, callee, target);
        graph.add(new Op.Call(
                function.span(call),
                function.span(call.getName()),
                Op.CallKind.METHOD,
                callee,
                receiver,
                arguments,
                List.of(),
                result,
                isStatement));
        return result == null ? new Operand.Unknown(callee.returnType()) : new Operand.Local(result);
    }

    private @Nullable Operand implicitReceiver(Callee callee) {
        if (callee.isStatic() || (function.isStatic() && !callee.isResolved())) {
            return null;
        }
        return function.receiver(callee.receiverType());
    }

    /** A generic method's erased type says too little. */
    private Variable result(MethodCallExpr call, Callee callee, @Nullable Variable target) {
        if (target != null) {
            return target;
        }
        String erased = callee.returnType();
        boolean isVague = erased.equals("java.lang.Object") || erased.equals(FunctionContext.UNKNOWN);
        return graph.temporary(isVague ? function.typeOf(call) : function.unit().intern(erased));
    }

    Operand create(ObjectCreationExpr creation, @Nullable Variable target, boolean isStatement) {
        creation.getScope().ifPresent(function::value);
        List<Operand> arguments = function.expressions().values(creation.getArguments());
        List<Operand> captured =
                creation.getAnonymousClassBody().isPresent() ? closures.anonymousClass(creation) : List.of();
        Callee callee = function.resolver().callee(creation);
        Variable result = null;
        if (!isStatement) {
            result = target == null ? graph.temporary(function.unit().intern(callee.receiverType())) : target;
        }
        graph.add(new Op.Call(
                function.span(creation),
                nameOf(creation.getType()),
                Op.CallKind.NEW,
                callee,
                null,
                arguments,
                captured,
                result,
                isStatement));
        return result == null ? new Operand.Unknown(callee.receiverType()) : new Operand.Local(result);
    }

    private Span nameOf(ClassOrInterfaceType type) {
        Span name = function.span(type.getName());
        return type.getScope().map(scope -> function.span(scope).to(name)).orElse(name);
    }

    void chain(ExplicitConstructorInvocationStmt call) {
        call.getExpression().ifPresent(function::value);
        List<Operand> arguments = function.expressions().values(call.getArguments());
        Span span = function.span(call);
        Span keyword = call.getTokenRange()
                .map(tokens -> function.unit().spans().of(tokens.getBegin()))
                .orElse(span);
        graph.add(new Op.Call(
                span,
                keyword,
                Op.CallKind.CONSTRUCTOR_CHAIN,
                function.resolver().callee(call),
                null,
                arguments,
                List.of(),
                null,
                true));
    }
}
