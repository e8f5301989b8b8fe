package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of expressions that are no calls and no functions. */
final class Operators {
    private final Unit unit;
    private final Typing typing;
    private final Names names;

    Operators(Unit unit, Typing typing, Names names) {
        this.unit = unit;
        this.typing = typing;
        this.names = names;
    }

    JavaType typeOf(Expression expression) {
        JavaType literal = literal(expression);
        if (literal != null) {
            return literal;
        } else if (expression instanceof NameExpr name) {
            return names.typeOf(names.meaningOf(name));
        } else if (expression instanceof FieldAccessExpr access) {
            return names.typeOf(names.meaningOf(access));
        } else if (expression instanceof ThisExpr self) {
            return self.getTypeName().map(name -> outer(name, self)).orElseGet(() -> unit.selfAt(self));
        } else if (expression instanceof SuperExpr parent) {
            return superType(parent);
        } else if (expression instanceof BinaryExpr binary) {
            return binary(binary);
        } else if (expression instanceof UnaryExpr unary) {
            return unary(unary);
        } else if (expression instanceof AssignExpr assignment) {
            return typing.typeOf(assignment.getTarget());
        } else if (expression instanceof CastExpr cast) {
            return unit.typeOf(cast.getType());
        } else if (expression instanceof ConditionalExpr choice) {
            return joined(List.of(choice.getThenExpr(), choice.getElseExpr()));
        } else if (expression instanceof SwitchExpr choice) {
            return joined(Typing.resultsOf(choice));
        } else if (expression instanceof InstanceOfExpr) {
            return Primitive.BOOLEAN;
        } else if (expression instanceof VariableDeclarationExpr declaration) {
            return names.typeOfVariable(declaration.getVariable(0));
        }
        return expression instanceof TypeExpr named ? misread(named) : arrays(expression);
    }

    /** A variable's name in front of {@code ::} that the parser took for a type's. */
    private JavaType misread(TypeExpr named) {
        return named.getType() instanceof ClassOrInterfaceType name
                ? names.typeOf(names.meaningOf(name))
                : JavaType.UNKNOWN;
    }

    private static @Nullable JavaType literal(Expression expression) {
        if (expression instanceof StringLiteralExpr || expression instanceof TextBlockLiteralExpr) {
            return JavaType.STRING;
        } else if (expression instanceof IntegerLiteralExpr) {
            return Primitive.INT;
        } else if (expression instanceof LongLiteralExpr) {
            return Primitive.LONG;
        } else if (expression instanceof BooleanLiteralExpr) {
            return Primitive.BOOLEAN;
        } else if (expression instanceof CharLiteralExpr) {
            return Primitive.CHAR;
        } else if (expression instanceof DoubleLiteralExpr number) {
            String text = number.getValue().toLowerCase(Locale.ROOT);
            boolean isFloat = text.endsWith("f") && (!text.startsWith("0x") || text.contains("p"));
            return isFloat ? Primitive.FLOAT : Primitive.DOUBLE;
        }
        return expression instanceof NullLiteralExpr ? Special.NULL : null;
    }

    private JavaType arrays(Expression expression) {
        if (expression instanceof ArrayAccessExpr access) {
            JavaType array = Types.upper(typing.typeOf(access.getName()));
            return array instanceof ArrayType type ? type.element() : JavaType.UNKNOWN;
        } else if (expression instanceof ArrayCreationExpr creation) {
            return Typing.arrayOf(
                    unit.typeOf(creation.getElementType()), creation.getLevels().size());
        } else if (expression instanceof ArrayInitializerExpr initializer) {
            JavaType element = elementOf(initializer);
            return Types.isUnknown(element) ? JavaType.UNKNOWN : new ArrayType(element);
        } else if (expression instanceof ClassExpr literal) {
            return new ClassType("java.lang.Class", List.of(Types.boxed(boxedVoid(unit.typeOf(literal.getType())))));
        }
        return JavaType.UNKNOWN;
    }

    private static JavaType boxedVoid(JavaType type) {
        return type == Special.VOID ? ClassType.of("java.lang.Void") : type;
    }

    /** The type of the elements in braces. */
    JavaType elementOf(ArrayInitializerExpr initializer) {
        Node parent = initializer.getParentNode().orElse(null);
        JavaType array = JavaType.UNKNOWN;
        if (parent instanceof ArrayCreationExpr creation) {
            array = Typing.arrayOf(
                    unit.typeOf(creation.getElementType()), creation.getLevels().size());
        } else if (parent instanceof VariableDeclarator variable) {
            array = names.typeOfVariable(variable);
        } else if (parent instanceof ArrayInitializerExpr outer) {
            array = elementOf(outer);
        }
        return array instanceof ArrayType type ? type.element() : JavaType.UNKNOWN;
    }

    /** {@code Outer.this}. */
    JavaType outer(Name name, Node at) {
        Node type = unit.names.typeAround(at);
        String simple = name.getIdentifier();
        while (type != null) {
            SourceTypeInfo info = unit.sourceInfo(type);
            if (info != null && info.source().simpleName().equals(simple)) {
                return info.self();
            }
            type = unit.names.typeAround(type);
        }
        return JavaType.UNKNOWN;
    }

    /** {@code super}, {@code Outer.super}, {@code Interface.super}. */
    JavaType superType(SuperExpr parent) {
        JavaType self = unit.selfAt(parent);
        if (parent.getTypeName().isPresent()) {
            Name name = parent.getTypeName().get();
            JavaType outer = outer(name, parent);
            if (outer instanceof ClassType) {
                self = outer;
            } else {
                String simple = name.getIdentifier();
                return self instanceof ClassType type
                        ? unit.types.supertypes(type).stream()
                                .filter(above -> simpleName(above).equals(simple))
                                .findFirst()
                                .orElse(JavaType.UNKNOWN)
                        : JavaType.UNKNOWN;
            }
        }
        List<JavaType> above = self instanceof ClassType type ? unit.types.supertypes(type) : List.of();
        return above.isEmpty() ? JavaType.UNKNOWN : above.get(0);
    }

    private static String simpleName(JavaType type) {
        String name = type instanceof ClassType named ? named.name() : "";
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private JavaType binary(BinaryExpr binary) {
        return switch (binary.getOperator()) {
            case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> Primitive.BOOLEAN;
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> promoted(typing.typeOf(binary.getLeft()));
            default -> {
                JavaType left = typing.typeOf(binary.getLeft());
                JavaType right = typing.typeOf(binary.getRight());
                boolean isJoined =
                        binary.getOperator() == BinaryExpr.Operator.PLUS && (isString(left) || isString(right));
                yield isJoined ? JavaType.STRING : promoted(left, right);
            }
        };
    }

    private static boolean isString(JavaType type) {
        return type.equals(JavaType.STRING);
    }

    private static JavaType promoted(JavaType type) {
        Primitive primitive = Primitive.unboxed(Types.upper(type));
        if (primitive == null) {
            return JavaType.UNKNOWN;
        }
        return primitive.isNumeric() && primitive.compareTo(Primitive.INT) < 0 ? Primitive.INT : primitive;
    }

    private static JavaType promoted(JavaType left, JavaType right) {
        JavaType first = promoted(left);
        JavaType second = promoted(right);
        if (first instanceof Primitive one && second instanceof Primitive other) {
            return one.compareTo(other) > 0 ? one : other;
        }
        return JavaType.UNKNOWN;
    }

    private JavaType unary(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case LOGICAL_COMPLEMENT -> Primitive.BOOLEAN;
            case PLUS, MINUS, BITWISE_COMPLEMENT -> promoted(typing.typeOf(unary.getExpression()));
            default -> typing.typeOf(unary.getExpression());
        };
    }

    /** The type of a value that is one of several (JLS 15.25, 15.28.1). */
    private JavaType joined(List<Expression> results) {
        List<JavaType> types = results.stream().map(typing::typeOf).toList();
        if (types.isEmpty()) {
            return JavaType.UNKNOWN;
        }
        if (types.stream().distinct().count() == 1) {
            return types.get(0);
        }
        List<Primitive> unboxed =
                types.stream().map(type -> Primitive.unboxed(Types.upper(type))).toList();
        if (!unboxed.contains(null)) {
            return numeric(unboxed);
        }
        return unit.types.leastUpperBound(types.stream().map(Types::boxed).toList());
    }

    private static JavaType numeric(List<Primitive> types) {
        Primitive widest = types.get(0);
        for (Primitive type : types) {
            if ((type == Primitive.BOOLEAN) != (widest == Primitive.BOOLEAN)) {
                return JavaType.UNKNOWN;
            }
            boolean mixed = type != widest && (type == Primitive.CHAR || widest == Primitive.CHAR);
            widest = mixed && type.compareTo(Primitive.CHAR) <= 0 && widest.compareTo(Primitive.CHAR) <= 0
                    ? Primitive.INT
                    : type.compareTo(widest) > 0 ? type : widest;
        }
        return widest;
    }

    /** {@code Class<? extends |T|>}, for {@code getClass()} (JLS 4.3.2). */
    static JavaType classOf(JavaType receiver) {
        JavaType erased = receiver instanceof TypeVariable variable ? Types.erasure(variable) : Types.erasure(receiver);
        return new ClassType("java.lang.Class", List.of(new Wildcard(Wildcard.Kind.EXTENDS, erased)));
    }
}
