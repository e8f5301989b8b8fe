package dev.heed.frontend.java.types;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.heed.engine.types.Truth;
import dev.heed.frontend.java.types.Functions.Signature;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.Members.Member;
import dev.heed.frontend.java.types.Overloads.Argument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether arguments, functions above all, fit parameters, and which of two parameters they fit better (JLS 15.12.2). */
final class FunctionFit {
    private final Unit unit;
    private final Typing typing;
    private final MethodReferences references;

    FunctionFit(Unit unit, Typing typing, MethodReferences references) {
        this.unit = unit;
        this.typing = typing;
        this.references = references;
    }

    List<Argument> arguments(List<Expression> expressions) {
        List<Argument> arguments = new ArrayList<>();
        expressions.forEach(expression -> arguments.add(new ExpressionArgument(expression)));
        return arguments;
    }

    private final class ExpressionArgument implements Argument {
        private final Expression expression;

        ExpressionArgument(Expression expression) {
            Expression inner = expression;
            while (inner instanceof EnclosedExpr enclosed) {
                inner = enclosed.getInner();
            }
            this.expression = inner;
        }

        @Override
        public Truth fits(JavaType formal, boolean loose) {
            if (expression instanceof LambdaExpr lambda) {
                return lambdaFits(lambda, formal);
            } else if (expression instanceof MethodReferenceExpr reference) {
                return referenceFits(reference, formal);
            } else if (expression instanceof ConditionalExpr choice) {
                Truth first = new ExpressionArgument(choice.getThenExpr()).fits(formal, loose);
                Truth second = new ExpressionArgument(choice.getElseExpr()).fits(formal, loose);
                return first.isNo() || second.isNo() ? Truth.NO : first.isYes() ? second : first;
            } else if (expression instanceof SwitchExpr choice) {
                Truth all = Truth.YES;
                for (Expression result : Typing.resultsOf(choice)) {
                    Truth one = new ExpressionArgument(result).fits(formal, loose);
                    all = one.isNo() || all.isNo() ? Truth.NO : one.isYes() ? all : one;
                }
                return all;
            }
            JavaType type = typing.openTypeOf(expression);
            return loose ? unit.types.isLooselyCompatible(type, formal) : unit.types.isStrictlyCompatible(type, formal);
        }

        @Override
        public boolean prefers(JavaType first, JavaType second) {
            if (Overloads.isBetter(first, second, unit.types)) {
                return true;
            }
            if (expression instanceof LambdaExpr lambda && isExplicit(lambda)) {
                return isBetterFunction(lambda, unit.functions.of(first), unit.functions.of(second));
            }
            if (expression instanceof MethodReferenceExpr reference && references.exact(reference) != null) {
                return isBetterFunction(reference, unit.functions.of(first), unit.functions.of(second));
            }
            return false;
        }
    }

    static boolean isExplicit(LambdaExpr lambda) {
        return lambda.getParameters().stream().noneMatch(p -> Names.isInferred(p.getType()));
    }

    /** JLS 15.12.2.5, for functional interfaces neither of which extends the other. */
    private boolean isBetterFunction(Expression function, @Nullable Signature first, @Nullable Signature second) {
        if (first == null
                || second == null
                || first.parameters().size() != second.parameters().size()) {
            return false;
        }
        if (second.isVoid()) {
            return true;
        }
        if (first.isVoid()) {
            return false;
        }
        JavaType left = first.returnType();
        JavaType right = second.returnType();
        if (left instanceof Primitive != right instanceof Primitive) {
            boolean givesPrimitive = givesPrimitive(function);
            return left instanceof Primitive == givesPrimitive;
        }
        return Overloads.isBetter(left, right, unit.types);
    }

    private boolean givesPrimitive(Expression function) {
        if (function instanceof MethodReferenceExpr reference) {
            Member exact = references.exact(reference);
            return exact != null && exact.returnType() instanceof Primitive;
        }
        LambdaExpr lambda = (LambdaExpr) function;
        List<Expression> results = lambda.getBody() instanceof BlockStmt block
                ? Typing.returnsOf(block)
                : lambda.getExpressionBody().stream().toList();
        return results.stream().allMatch(result -> typing.openTypeOf(result) instanceof Primitive);
    }

    /** Whether a lambda is potentially compatible, and, if its parameters have types, applicable (JLS 15.12.2.1, .2). */
    private Truth lambdaFits(LambdaExpr lambda, JavaType formal) {
        Truth general = mayBeFunction(formal);
        Signature signature = general.isYes() ? unit.functions.of(formal) : null;
        if (signature == null) {
            return formal instanceof InferenceVariable ? Truth.YES : general.isYes() ? Truth.NO : general;
        }
        if (signature.parameters().size() != lambda.getParameters().size()) {
            return Truth.NO;
        }
        if (lambda.getBody() instanceof BlockStmt block) {
            boolean hasValue = !Typing.returnsOf(block).isEmpty();
            return Truth.of(signature.isVoid() ? !hasValue : hasValue || !unit.completion.canComplete(block));
        }
        Expression body = lambda.getExpressionBody().orElse(lambda);
        if (signature.isVoid()) {
            return Truth.of(isStatementExpression(body));
        }
        return isExplicit(lambda) && isPlain(body) ? resultFits(body, signature.returnType()) : Truth.YES;
    }

    private static boolean isPlain(Expression body) {
        return !(body instanceof LambdaExpr
                || body instanceof MethodReferenceExpr
                || body instanceof ConditionalExpr
                || body instanceof SwitchExpr);
    }

    private Truth resultFits(Expression body, JavaType wanted) {
        JavaType type = typing.openTypeOf(body);
        if (type == Special.VOID) {
            return Truth.NO;
        }
        if (Types.isUnknown(type)) {
            return isStatementExpression(body) ? Truth.UNKNOWN : Truth.YES;
        }
        return unit.types.isLooselyCompatible(type, wanted).isNo() ? Truth.NO : Truth.YES;
    }

    private static boolean isStatementExpression(Expression body) {
        return body instanceof MethodCallExpr
                || body instanceof ObjectCreationExpr
                || body instanceof AssignExpr
                || (body instanceof UnaryExpr unary
                        && (unary.getOperator().isPrefix()
                                || unary.getOperator().isPostfix())
                        && isIncrement(unary));
    }

    private static boolean isIncrement(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** Whether a parameter of this type can take a function at all. */
    private Truth mayBeFunction(JavaType formal) {
        if (formal instanceof InferenceVariable) {
            return Truth.YES;
        }
        JavaType upper = Types.upper(formal);
        if (!(upper instanceof ClassType named)) {
            return upper instanceof JavaType.Intersection || upper == JavaType.UNKNOWN ? Truth.UNKNOWN : Truth.NO;
        }
        if (!unit.types.isComplete(named)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(unit.functions.method(named.name()) != null);
    }

    private Truth referenceFits(MethodReferenceExpr reference, JavaType formal) {
        Truth general = mayBeFunction(formal);
        Signature signature = general.isYes() ? unit.functions.of(formal) : null;
        if (signature == null) {
            return formal instanceof InferenceVariable ? Truth.YES : general.isYes() ? Truth.NO : general;
        }
        MethodReferences.Referred target = references.referred(reference);
        if (target.isArray()) {
            return Truth.of(signature.parameters().size() == 1);
        }
        if (!target.found().isComplete() || target.found().methods().isEmpty()) {
            return Truth.UNKNOWN;
        }
        int count = signature.parameters().size();
        boolean fits = target.found().methods().stream().anyMatch(method -> hasArity(method.method(), count, target));
        Member exact = references.exact(reference);
        boolean isConstructor = reference.getIdentifier().equals("new");
        if (fits && exact != null && !isConstructor && !signature.isVoid()) {
            fits = exact.returnType() != Special.VOID;
        }
        return Truth.of(fits);
    }

    private static boolean hasArity(MethodInfo method, int count, MethodReferences.Referred target) {
        int given = target.isType() && !method.isStatic() && !method.name().equals("<init>") ? count - 1 : count;
        int parameters = method.parameters().size();
        return method.isVarargs() ? given >= parameters - 1 : given == parameters;
    }
}
