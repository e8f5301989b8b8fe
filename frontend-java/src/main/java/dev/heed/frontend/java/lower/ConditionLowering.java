package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator.Jump;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions to branches. */
final class ConditionLowering {
    private final FunctionContext function;
    private final GraphBuilder graph;

    ConditionLowering(FunctionContext function) {
        this.function = function;
        this.graph = function.graph();
    }

    /** Whether the condition takes more than one test, or assigns a pattern's variables. */
    static boolean branches(Expression condition) {
        if (condition instanceof EnclosedExpr enclosed) {
            return branches(enclosed.getInner());
        } else if (condition instanceof UnaryExpr unary) {
            return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT && branches(unary.getExpression());
        } else if (condition instanceof BinaryExpr binary) {
            return binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR;
        }
        return condition instanceof InstanceOfExpr test && test.getPattern().isPresent();
    }

    /** Goes on at one of the labels; the current block ends. */
    void lower(Expression condition, Label ifTrue, Label ifFalse) {
        if (condition instanceof EnclosedExpr enclosed) {
            lower(enclosed.getInner(), ifTrue, ifFalse);
            return;
        }
        Boolean known = known(condition);
        if (known != null) {
            graph.jump(known ? ifTrue : ifFalse, function.span(condition), Jump.FALL_THROUGH);
        } else if (condition instanceof UnaryExpr unary
                && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            lower(unary.getExpression(), ifFalse, ifTrue);
        } else if (condition instanceof BinaryExpr binary) {
            binary(binary, ifTrue, ifFalse);
        } else if (condition instanceof InstanceOfExpr test) {
            instanceOf(test, ifTrue, ifFalse);
        } else if (condition instanceof ConditionalExpr conditional) {
            conditional(conditional, ifTrue, ifFalse);
        } else {
            graph.branch(function.span(condition), new Test.IsTrue(function.value(condition)), ifTrue, ifFalse);
        }
    }

    /** Whether it is written as {@code true}. */
    static boolean isTrue(Expression condition) {
        return bare(condition) instanceof BooleanLiteralExpr literal && literal.getValue();
    }

    private @Nullable Boolean known(Expression condition) {
        if (condition instanceof BooleanLiteralExpr literal) {
            return literal.getValue();
        }
        if (Arithmetic.looksConstant(condition, 16)
                && function.resolver().constantOf(condition) instanceof Boolean value) {
            return value;
        }
        return null;
    }

    private void conditional(ConditionalExpr conditional, Label ifTrue, Label ifFalse) {
        Label yes = graph.label();
        Label no = graph.label();
        lower(conditional.getCondition(), yes, no);
        graph.place(yes, function.span(conditional.getThenExpr()));
        lower(conditional.getThenExpr(), ifTrue, ifFalse);
        graph.place(no, function.span(conditional.getElseExpr()));
        lower(conditional.getElseExpr(), ifTrue, ifFalse);
    }

    private void binary(BinaryExpr binary, Label ifTrue, Label ifFalse) {
        switch (binary.getOperator()) {
            case AND -> {
                Label next = graph.label();
                lower(binary.getLeft(), next, ifFalse);
                graph.place(next, function.span(binary.getRight()));
                lower(binary.getRight(), ifTrue, ifFalse);
            }
            case OR -> {
                Label next = graph.label();
                lower(binary.getLeft(), ifTrue, next);
                graph.place(next, function.span(binary.getRight()));
                lower(binary.getRight(), ifTrue, ifFalse);
            }
            case EQUALS -> equality(binary, ifTrue, ifFalse);
            case NOT_EQUALS -> equality(binary, ifFalse, ifTrue);
            case LESS, GREATER, LESS_EQUALS, GREATER_EQUALS ->
                compare(binary, binary.getOperator().asString(), ifTrue, ifFalse);
            default -> graph.branch(function.span(binary), new Test.IsTrue(function.value(binary)), ifTrue, ifFalse);
        }
    }

    private void compare(BinaryExpr binary, String operator, Label ifTrue, Label ifFalse) {
        List<Operand> sides = function.expressions().values(List.of(binary.getLeft(), binary.getRight()));
        graph.branch(function.span(binary), new Test.Compare(operator, sides.get(0), sides.get(1)), ifTrue, ifFalse);
    }

    /** Asks for equality: {@code !=} comes with its labels swapped. */
    private void equality(BinaryExpr binary, Label ifEqual, Label ifOther) {
        Expression left = bare(binary.getLeft());
        Expression right = bare(binary.getRight());
        if (right instanceof NullLiteralExpr || left instanceof NullLiteralExpr) {
            Operand operand = function.value(right instanceof NullLiteralExpr ? left : right);
            graph.branch(function.span(binary), new Test.IsNull(operand), ifEqual, ifOther);
        } else if (right instanceof BooleanLiteralExpr literal) {
            lower(left, literal.getValue() ? ifEqual : ifOther, literal.getValue() ? ifOther : ifEqual);
        } else if (left instanceof BooleanLiteralExpr literal) {
            lower(right, literal.getValue() ? ifEqual : ifOther, literal.getValue() ? ifOther : ifEqual);
        } else if (binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS) {
            compare(binary, "!=", ifOther, ifEqual);
        } else {
            compare(binary, "==", ifEqual, ifOther);
        }
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        return inner;
    }

    private void instanceOf(InstanceOfExpr test, Label ifTrue, Label ifFalse) {
        Operand operand = function.value(test.getExpression());
        Span span = function.span(test);
        PatternExpr pattern = test.getPattern().orElse(null);
        if (pattern == null) {
            graph.branch(span, new Test.InstanceOf(operand, function.typeOf(test.getType())), ifTrue, ifFalse);
            return;
        }
        Label matched = graph.label();
        graph.branch(span, new Test.InstanceOf(operand, function.typeOf(pattern.getType())), matched, ifFalse);
        graph.place(matched, span);
        bind(pattern, operand);
        if (asksMore(pattern)) {
            graph.branch(span, new Test.Opaque(operand), ifTrue, ifFalse);
        } else {
            graph.jump(ifTrue, span, Jump.FALL_THROUGH);
        }
    }

    /** Whether a pattern asks for more than its own type. */
    static boolean asksMore(ComponentPatternExpr pattern) {
        return pattern instanceof RecordPatternExpr parts
                && parts.getPatternList().stream()
                        .anyMatch(part -> !(part instanceof MatchAllPatternExpr)
                                && !(part instanceof TypePatternExpr type
                                        && type.getType().isVarType()));
    }

    /** Assigns the variables of a pattern whose type was tested. */
    void bind(ComponentPatternExpr pattern, Operand value) {
        if (pattern instanceof TypePatternExpr type) {
            Variable variable = function.declare(
                    type,
                    type.getNameAsString(),
                    type.getType().isVarType() ? value.type() : function.typeOf(type.getType()),
                    Variable.Kind.LOCAL);
            graph.assign(function.span(type), variable, value);
        } else if (pattern instanceof RecordPatternExpr parts) {
            for (ComponentPatternExpr part : parts.getPatternList()) {
                bind(part, new Operand.Unknown(typeOfPart(part)));
            }
        }
    }

    private String typeOfPart(ComponentPatternExpr part) {
        return part instanceof PatternExpr pattern && !pattern.getType().isVarType()
                ? function.typeOf(pattern.getType())
                : FunctionContext.UNKNOWN;
    }
}
