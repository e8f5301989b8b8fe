package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.types.UnitResolver.Meaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions to operations, in Java's order of evaluation. */
final class ExpressionLowering {
    private final FunctionContext function;
    private final GraphBuilder graph;
    private final OperatorLowering operators;
    private final CallLowering calls;
    private final ClosureLowering closures;

    ExpressionLowering(FunctionContext function) {
        this.function = function;
        this.graph = function.graph();
        this.operators = new OperatorLowering(function, this);
        this.closures = new ClosureLowering(function);
        this.calls = new CallLowering(function, closures);
    }

    /** Evaluates; the operand stands for the value as long as nothing assigns the variable it may name. */
    Operand value(Expression expression) {
        return lower(expression, null);
    }

    /** Evaluates a statement expression or the like, for its effect. */
    void effect(Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            calls.call(call, null, true);
        } else if (expression instanceof ObjectCreationExpr creation) {
            calls.create(creation, null, true);
        } else if (expression instanceof AssignExpr assign) {
            operators.assign(assign);
        } else if (expression instanceof UnaryExpr unary) {
            operators.unary(unary, null, true);
        } else if (expression instanceof EnclosedExpr enclosed) {
            effect(enclosed.getInner());
        } else if (expression instanceof VariableDeclarationExpr declaration) {
            function.statements().declare(declaration);
        } else {
            value(expression);
        }
    }

    /** {@code target = expression}. */
    void into(Variable target, Expression expression, Span span) {
        Operand value = lower(expression, target);
        if (value.variableOrNull() != target) {
            graph.assign(span, target, value);
        }
    }

    /** Evaluates all in order. */
    List<Operand> values(List<? extends Expression> expressions) {
        if (expressions.isEmpty()) {
            return List.of();
        }
        List<Operand> values = new ArrayList<>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            Expression expression = expressions.get(i);
            values.add(stable(value(expression), expression, expressions.subList(i + 1, expressions.size())));
        }
        return values;
    }

    /** The operand, read into a temporary if one of the expressions that are evaluated before its use may assign it. */
    Operand stable(Operand operand, Expression from, List<? extends Expression> later) {
        Variable variable = operand.variableOrNull();
        if (variable == null || variable.isTemporary()) {
            return operand;
        }
        for (Expression expression : later) {
            if (function.assignments().isWithin(expression)) {
                Variable copy = graph.temporary(variable.type());
                graph.assign(function.span(from), copy, operand);
                return new Operand.Local(copy);
            }
        }
        return operand;
    }

    /**
     * Evaluates.
     *
     * @param target a variable that may be assigned the value as the last thing; then the operand is this variable
     */
    Operand lower(Expression expression, @Nullable Variable target) {
        if (expression instanceof NameExpr name) {
            return name(name, target);
        } else if (expression instanceof MethodCallExpr call) {
            return calls.call(call, target, false);
        } else if (expression instanceof LiteralExpr literal) {
            return literal(literal);
        } else if (expression instanceof FieldAccessExpr access) {
            return field(access, target);
        } else if (expression instanceof ObjectCreationExpr creation) {
            return calls.create(creation, target, false);
        } else if (expression instanceof BinaryExpr binary) {
            return operators.binary(binary, target);
        } else if (expression instanceof EnclosedExpr enclosed) {
            return lower(enclosed.getInner(), target);
        } else if (expression instanceof UnaryExpr unary) {
            return operators.unary(unary, target, false);
        } else if (expression instanceof AssignExpr assign) {
            return operators.assign(assign);
        } else if (expression instanceof CastExpr cast) {
            return operators.cast(cast, target);
        } else if (expression instanceof ConditionalExpr conditional) {
            return operators.conditional(conditional, target);
        } else if (expression instanceof InstanceOfExpr test) {
            return operators.instanceOf(test, target);
        } else if (expression instanceof LambdaExpr lambda) {
            return closures.lambda(lambda);
        } else if (expression instanceof MethodReferenceExpr reference) {
            return closures.reference(reference);
        } else if (expression instanceof SwitchExpr choice) {
            return function.statements().switches().expression(choice);
        } else {
            return other(expression, target);
        }
    }

    private Operand other(Expression expression, @Nullable Variable target) {
        if (expression instanceof ThisExpr self) {
            return new Operand.This(
                    self.getTypeName().isPresent() ? function.typeOf((Expression) self) : function.ownType());
        } else if (expression instanceof SuperExpr) {
            return new Operand.This(function.ownType());
        } else if (expression instanceof ArrayAccessExpr access) {
            List<Operand> operands = values(List.of(access.getName(), access.getIndex()));
            return compute(access, "index", elementType(operands.get(0).type()), operands, target);
        } else if (expression instanceof ArrayCreationExpr creation) {
            return creation(creation, target);
        } else if (expression instanceof ArrayInitializerExpr initializer) {
            return compute(initializer, "array", FunctionContext.UNKNOWN, values(initializer.getValues()), target);
        } else if (expression instanceof ClassExpr literal) {
            return new Operand.TypeName(function.typeOf(literal.getType()));
        } else if (expression instanceof TypeExpr type) {
            return new Operand.TypeName(function.typeOf(type.getType()));
        } else if (expression instanceof VariableDeclarationExpr declaration) {
            function.statements().declare(declaration);
        }
        return new Operand.Unknown(FunctionContext.UNKNOWN);
    }

    private Operand creation(ArrayCreationExpr creation, @Nullable Variable target) {
        String type = function.typeOf((Expression) creation);
        if (creation.getInitializer().isPresent()) {
            return compute(
                    creation,
                    "array",
                    type,
                    values(creation.getInitializer().get().getValues()),
                    target);
        }
        List<Expression> dimensions = new ArrayList<>();
        creation.getLevels().forEach(level -> level.getDimension().ifPresent(dimensions::add));
        return compute(creation, "array", type, values(dimensions), target);
    }

    Operand compute(Node place, String operator, String type, List<Operand> operands, @Nullable Variable target) {
        Variable result = target == null ? graph.temporary(type) : target;
        graph.add(new Op.Compute(function.span(place), result, operator, operands));
        return new Operand.Local(result);
    }

    private Operand literal(LiteralExpr literal) {
        if (literal instanceof NullLiteralExpr) {
            return new Operand.Constant(null);
        }
        Object value = function.resolver().constantOf(literal);
        return value == null ? new Operand.Unknown(function.typeOf(literal)) : new Operand.Constant(value);
    }

    private Operand name(NameExpr name, @Nullable Variable target) {
        Meaning meaning = function.resolver().meaningOf(name);
        if (meaning instanceof Meaning.Local local) {
            return new Operand.Local(function.variableOf(local.declaration()));
        } else if (meaning instanceof Meaning.TypeName type) {
            return new Operand.TypeName(type.type());
        } else if (meaning instanceof Meaning.Field field) {
            return read(name, null, field.field(), target);
        } else if (isLikelyType(name)) {
            return new Operand.Unknown(FunctionContext.UNKNOWN);
        }
        return read(name, null, unknownField(function.ownType(), name.getNameAsString()), target);
    }

    private static boolean isLikelyType(NameExpr name) {
        String text = name.getNameAsString();
        return Character.isUpperCase(text.charAt(0))
                && !text.equals(text.toUpperCase(java.util.Locale.ROOT))
                && !(name.getParentNode().orElse(null) instanceof AssignExpr);
    }

    private FieldRef unknownField(String owner, String name) {
        return new FieldRef(owner, function.unit().intern(name), FunctionContext.UNKNOWN, false);
    }

    private Operand read(Expression place, @Nullable Operand object, FieldRef field, @Nullable Variable target) {
        if (field.isStatic()) {
            Object constant = function.resolver().constantOf(place);
            if (constant != null) {
                return new Operand.Constant(constant);
            }
        }
        Variable result = target == null ? graph.temporary(field.type()) : target;
        graph.add(new Op.FieldRead(function.span(place), result, objectOf(object, field), field));
        return new Operand.Local(result);
    }

    private @Nullable Operand objectOf(@Nullable Operand object, FieldRef field) {
        if (field.isStatic()) {
            return null;
        }
        return object == null ? function.receiver(field.owner()) : object;
    }

    private Operand field(FieldAccessExpr access, @Nullable Variable target) {
        Meaning meaning = function.resolver().meaningOf(access);
        if (meaning instanceof Meaning.TypeName type) {
            return new Operand.TypeName(type.type());
        }
        Place place = place(access, meaning);
        return place.field() == null
                ? new Operand.Unknown(FunctionContext.UNKNOWN)
                : read(access, place.object(), place.field(), target);
    }

    /** A field of an object; no field if nothing is known of what stands before the dot. */
    record Place(@Nullable Operand object, @Nullable FieldRef field) {}

    /** Evaluates what stands before the dot. */
    Place place(FieldAccessExpr access, Meaning meaning) {
        Operand object = value(access.getScope());
        if (meaning instanceof Meaning.Field field) {
            return new Place(field.field().isStatic() ? null : object, field.field());
        } else if (object instanceof Operand.Unknown) {
            return new Place(null, null);
        } else if (object instanceof Operand.TypeName type) {
            return new Place(
                    null,
                    new FieldRef(
                            type.type(),
                            function.unit().intern(access.getNameAsString()),
                            FunctionContext.UNKNOWN,
                            true));
        }
        return new Place(object, unknownField(object.type(), access.getNameAsString()));
    }

    /** A field that is named without a qualifier, as a place to assign. */
    Place place(NameExpr name, Meaning meaning) {
        FieldRef field = meaning instanceof Meaning.Field known
                ? known.field()
                : unknownField(function.ownType(), name.getNameAsString());
        return new Place(objectOf(null, field), field);
    }

    static String elementType(String arrayType) {
        return arrayType.endsWith("[]") ? arrayType.substring(0, arrayType.length() - 2) : FunctionContext.UNKNOWN;
    }
}
