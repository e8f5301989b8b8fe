package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator.Jump;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.types.UnitResolver.Meaning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators and assignments. */
final class OperatorLowering {
    private static final String BOOLEAN = "boolean";
    private static final Operand ONE = new Operand.Constant(1);

    private final FunctionContext function;
    private final GraphBuilder graph;
    private final ExpressionLowering expressions;

    OperatorLowering(FunctionContext function, ExpressionLowering expressions) {
        this.function = function;
        this.graph = function.graph();
        this.expressions = expressions;
    }

    Operand binary(BinaryExpr binary, @Nullable Variable target) {
        Operand constant = constant(binary);
        if (constant != null) {
            return constant;
        }
        BinaryExpr.Operator operator = binary.getOperator();
        if (operator == BinaryExpr.Operator.AND || operator == BinaryExpr.Operator.OR) {
            return truth(binary, target);
        }
        List<Expression> parts = spine(binary);
        List<Operand> operands = expressions.values(parts);
        if (operator == BinaryExpr.Operator.PLUS) {
            return plus(binary, operands, target);
        }
        String type = switch (operator) {
            case EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> BOOLEAN;
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
                Arithmetic.promoted(operands.get(0).type(), "int");
            default ->
                Arithmetic.promoted(operands.get(0).type(), operands.get(1).type());
        };
        return expressions.compute(binary, operator.asString(), type, operands, target);
    }

    /** The operands of a sum, however long, from left to right; else the two operands. */
    private static List<Expression> spine(BinaryExpr binary) {
        if (binary.getOperator() != BinaryExpr.Operator.PLUS) {
            return List.of(binary.getLeft(), binary.getRight());
        }
        Deque<Expression> parts = new ArrayDeque<>();
        Expression left = binary;
        while (left instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            parts.push(sum.getRight());
            left = sum.getLeft();
        }
        parts.push(left);
        return new ArrayList<>(parts);
    }

    /** The sum of numbers in front of the first String is a number; all from there on is one concatenation. */
    private Operand plus(BinaryExpr sum, List<Operand> operands, @Nullable Variable target) {
        int firstString = 0;
        while (firstString < operands.size()
                && !Arithmetic.isString(operands.get(firstString).type())) {
            firstString++;
        }
        boolean isConcat = firstString < operands.size();
        boolean isNumberFirst = isConcat
                && firstString >= 2
                && operands.subList(0, firstString).stream().allMatch(o -> Arithmetic.isNumber(o.type()));
        if (isConcat && !isNumberFirst) {
            return expressions.compute(sum, "concat", Arithmetic.STRING, operands, target);
        }
        int end = isConcat ? firstString : operands.size();
        Operand total = operands.get(0);
        for (int i = 1; i < end; i++) {
            String type = Arithmetic.promoted(total.type(), operands.get(i).type());
            boolean isLast = i == operands.size() - 1;
            total = expressions.compute(sum, "+", type, List.of(total, operands.get(i)), isLast ? target : null);
        }
        if (!isConcat) {
            return total;
        }
        List<Operand> parts = new ArrayList<>();
        parts.add(total);
        parts.addAll(operands.subList(firstString, operands.size()));
        return expressions.compute(sum, "concat", Arithmetic.STRING, parts, target);
    }

    /** The value of a condition that branches. */
    private Operand truth(Expression condition, @Nullable Variable target) {
        Variable result = target == null ? graph.temporary(BOOLEAN) : target;
        Span span = function.span(condition);
        Label yes = graph.label();
        Label no = graph.label();
        Label done = graph.label();
        function.conditions().lower(condition, yes, no);
        graph.place(yes, span);
        graph.assign(span, result, new Operand.Constant(true));
        graph.jump(done, span, Jump.FALL_THROUGH);
        graph.place(no, span);
        graph.assign(span, result, new Operand.Constant(false));
        graph.jump(done, span, Jump.FALL_THROUGH);
        graph.place(done, span);
        return new Operand.Local(result);
    }

    Operand conditional(ConditionalExpr conditional, @Nullable Variable target) {
        Operand constant = constant(conditional);
        if (constant != null) {
            return constant;
        }
        Variable result = target == null ? graph.temporary(function.typeOf((Expression) conditional)) : target;
        Span span = function.span(conditional);
        Label yes = graph.label();
        Label no = graph.label();
        Label done = graph.label();
        function.conditions().lower(conditional.getCondition(), yes, no);
        graph.place(yes, span);
        expressions.into(result, conditional.getThenExpr(), function.span(conditional.getThenExpr()));
        graph.jump(done, span, Jump.FALL_THROUGH);
        graph.place(no, span);
        expressions.into(result, conditional.getElseExpr(), function.span(conditional.getElseExpr()));
        graph.jump(done, span, Jump.FALL_THROUGH);
        graph.place(done, span);
        return new Operand.Local(result);
    }

    Operand instanceOf(InstanceOfExpr test, @Nullable Variable target) {
        if (test.getPattern().isPresent()) {
            return truth(test, target);
        }
        Operand operand = expressions.value(test.getExpression());
        Operand type = new Operand.TypeName(function.typeOf(test.getType()));
        return expressions.compute(test, "instanceof", BOOLEAN, List.of(operand, type), target);
    }

    Operand cast(CastExpr cast, @Nullable Variable target) {
        Operand constant = constant(cast);
        if (constant != null) {
            return constant;
        }
        Operand value = expressions.value(cast.getExpression());
        if (value instanceof Operand.FunctionRef) {
            return value;
        }
        String type = function.typeOf(cast.getType());
        boolean fits = target != null && target.type().equals(type);
        return expressions.compute(cast, "cast", type, List.of(value), fits ? target : null);
    }

    Operand unary(UnaryExpr unary, @Nullable Variable target, boolean isStatement) {
        Expression inner = unary.getExpression();
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT -> increment(unary, "+", false, isStatement);
            case POSTFIX_INCREMENT -> increment(unary, "+", true, isStatement);
            case PREFIX_DECREMENT -> increment(unary, "-", false, isStatement);
            case POSTFIX_DECREMENT -> increment(unary, "-", true, isStatement);
            case LOGICAL_COMPLEMENT -> not(unary, target);
            case PLUS, MINUS, BITWISE_COMPLEMENT -> {
                Operand constant = constant(unary);
                if (constant != null) {
                    yield constant;
                }
                Operand operand = expressions.value(inner);
                String type = Arithmetic.promoted(operand.type(), "int");
                yield expressions.compute(unary, unary.getOperator().asString(), type, List.of(operand), target);
            }
        };
    }

    private Operand not(UnaryExpr unary, @Nullable Variable target) {
        Operand constant = constant(unary);
        if (constant != null) {
            return constant;
        }
        if (ConditionLowering.branches(unary.getExpression())) {
            return truth(unary, target);
        }
        Operand operand = expressions.value(unary.getExpression());
        return expressions.compute(unary, "!", BOOLEAN, List.of(operand), target);
    }

    private Operand increment(UnaryExpr unary, String operator, boolean isPostfix, boolean isStatement) {
        Destination destination = destination(unary.getExpression());
        Operand old = read(destination, unary.getExpression());
        Operand kept = old;
        Variable variable = old.variableOrNull();
        if (isPostfix && !isStatement && variable != null && !variable.isTemporary()) {
            Variable copy = graph.temporary(variable.type());
            graph.assign(function.span(unary), copy, old);
            kept = new Operand.Local(copy);
        }
        Operand result = expressions.compute(unary, operator, old.type(), List.of(old, ONE), destination.variable());
        write(destination, result, function.span(unary));
        return isPostfix ? kept : result;
    }

    Operand assign(AssignExpr assign) {
        Destination destination = destination(assign.getTarget());
        Span span = function.span(assign);
        if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
            if (destination.variable() != null) {
                expressions.into(destination.variable(), assign.getValue(), span);
                return new Operand.Local(destination.variable());
            }
            Destination kept = destination.before(assign.getValue(), assign.getTarget(), expressions);
            Operand value = expressions.value(assign.getValue());
            write(kept, value, span);
            return value;
        }
        Destination kept = destination.before(assign.getValue(), assign.getTarget(), expressions);
        Operand old =
                expressions.stable(read(kept, assign.getTarget()), assign.getTarget(), List.of(assign.getValue()));
        Operand value = expressions.value(assign.getValue());
        String operator = assign.getOperator().toBinaryOperator().orElseThrow().asString();
        if (operator.equals("+") && Arithmetic.isString(old.type())) {
            operator = "concat";
        }
        Operand result = expressions.compute(assign, operator, old.type(), List.of(old, value), kept.variable());
        write(kept, result, span);
        return result;
    }

    /** What an assignment assigns: a variable, a field, or an element; nothing if it is not known what. */
    private record Destination(
            @Nullable Variable variable,
            @Nullable Operand object,
            @Nullable FieldRef field,
            @Nullable Operand array,
            @Nullable Operand index) {

        /** The object or array as it is before the value is evaluated. */
        Destination before(Expression value, Expression from, ExpressionLowering expressions) {
            List<Expression> later = List.of(value);
            return new Destination(
                    variable,
                    object == null ? null : expressions.stable(object, from, later),
                    field,
                    array == null ? null : expressions.stable(array, from, later),
                    index == null ? null : expressions.stable(index, from, later));
        }
    }

    private Destination destination(Expression target) {
        if (target instanceof EnclosedExpr enclosed) {
            return destination(enclosed.getInner());
        } else if (target instanceof NameExpr name) {
            Meaning meaning = function.resolver().meaningOf(name);
            if (meaning instanceof Meaning.Local local) {
                return new Destination(function.variableOf(local.declaration()), null, null, null, null);
            }
            ExpressionLowering.Place place = expressions.place(name, meaning);
            return new Destination(null, place.object(), place.field(), null, null);
        } else if (target instanceof FieldAccessExpr access) {
            ExpressionLowering.Place place =
                    expressions.place(access, function.resolver().meaningOf(access));
            return new Destination(null, place.object(), place.field(), null, null);
        } else if (target instanceof ArrayAccessExpr access) {
            List<Operand> operands = expressions.values(List.of(access.getName(), access.getIndex()));
            return new Destination(null, null, null, operands.get(0), operands.get(1));
        }
        expressions.value(target);
        return new Destination(null, null, null, null, null);
    }

    private Operand read(Destination destination, Expression place) {
        if (destination.variable() != null) {
            return new Operand.Local(destination.variable());
        } else if (destination.field() != null) {
            Variable result = graph.temporary(destination.field().type());
            graph.add(new Op.FieldRead(function.span(place), result, destination.object(), destination.field()));
            return new Operand.Local(result);
        } else if (destination.array() != null && destination.index() != null) {
            String type = ExpressionLowering.elementType(destination.array().type());
            return expressions.compute(place, "index", type, List.of(destination.array(), destination.index()), null);
        }
        return new Operand.Unknown(FunctionContext.UNKNOWN);
    }

    /** A variable has been written when its value was computed. */
    private void write(Destination destination, Operand value, Span span) {
        if (destination.field() != null) {
            graph.add(new Op.FieldWrite(span, destination.object(), destination.field(), value));
        } else if (destination.array() != null) {
            graph.add(new Op.ArrayWrite(span, destination.array(), value));
        }
    }

    @Nullable
    Operand constant(Expression expression) {
        if (!Arithmetic.looksConstant(expression, 16)) {
            return null;
        }
        Object value = function.resolver().constantOf(expression);
        return value == null ? null : new Operand.Constant(value);
    }
}
