package dev.heed.frontend.java.types;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of constant expressions (JLS 15.29), as far as messages and simple numbers need them. */
final class Constants {
    private static final int MAX_LENGTH = 4096;

    private Constants() {}

    /** The value of a final field that literals give, or a {@link Text} that may tell it; null for others. */
    static @Nullable Object initializer(VariableDeclarator variable, int flags) {
        if (!Modifier.isFinal(flags) || variable.getInitializer().isEmpty()) {
            return null;
        }
        boolean mayBeConstant = variable.getType().isPrimitiveType()
                || variable.getTypeAsString().equals("String")
                || variable.getTypeAsString().equals("java.lang.String");
        if (!mayBeConstant) {
            return null;
        }
        Expression initializer = variable.getInitializer().get();
        Object value = valueOf(initializer, name -> null);
        return value == null && isMadeOfNames(initializer, 0) ? new Text(initializer.toString(), false) : value;
    }

    /**
     * An initializer that names other constants: its value can be told when all declarations are known.
     *
     * @param isUnread whether nobody has looked yet if it is made of what constants are made of
     */
    record Text(String expression, boolean isUnread) {}

    /** The value of an initializer of which only the text is known, as far as it is told without the parser. */
    static Object unread(String text) {
        boolean isText = text.length() > 1
                && text.length() <= MAX_LENGTH
                && text.startsWith("\"")
                && text.indexOf('\\') < 0
                && text.indexOf('"', 1) == text.length() - 1;
        if (isText) {
            return text.substring(1, text.length() - 1);
        } else if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        boolean isNumber = text.length() < 10
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        return isNumber ? (Object) Integer.parseInt(text) : new Text(text, true);
    }

    /** Whether an unread initializer may be a constant after all. */
    static boolean mayBeConstant(Expression initializer) {
        return isMadeOfNames(initializer, 0) || valueOf(initializer, name -> null) != null;
    }

    private static boolean isMadeOfNames(Expression expression, int depth) {
        if (depth > 50) {
            return false;
        } else if (expression instanceof BinaryExpr binary) {
            return isMadeOfNames(binary.getLeft(), depth + 1) && isMadeOfNames(binary.getRight(), depth + 1);
        } else if (expression instanceof EnclosedExpr enclosed) {
            return isMadeOfNames(enclosed.getInner(), depth + 1);
        } else if (expression instanceof UnaryExpr unary) {
            return isMadeOfNames(unary.getExpression(), depth + 1);
        } else if (expression instanceof FieldAccessExpr access) {
            return isMadeOfNames(access.getScope(), depth + 1);
        }
        return expression instanceof NameExpr
                || (expression instanceof LiteralStringValueExpr text
                        && text.getValue().length() <= MAX_LENGTH)
                || expression instanceof BooleanLiteralExpr;
    }

    /**
     * The value, or null if it is not constant or not known.
     *
     * @param names values of what is no literal and no operator
     */
    static @Nullable Object valueOf(Expression expression, Function<Expression, @Nullable Object> names) {
        try {
            if (expression instanceof StringLiteralExpr text) {
                return text.asString();
            } else if (expression instanceof TextBlockLiteralExpr block) {
                return block.asString();
            } else if (expression instanceof BooleanLiteralExpr truth) {
                return truth.getValue();
            } else if (expression instanceof CharLiteralExpr letter) {
                return letter.asChar();
            } else if (expression instanceof IntegerLiteralExpr number) {
                return number.asNumber().intValue();
            } else if (expression instanceof LongLiteralExpr number) {
                return number.asNumber().longValue();
            } else if (expression instanceof DoubleLiteralExpr number) {
                return number.getValue().toLowerCase(Locale.ROOT).endsWith("f")
                        ? (Object) (float) number.asDouble()
                        : (Object) number.asDouble();
            } else if (expression instanceof EnclosedExpr enclosed) {
                return valueOf(enclosed.getInner(), names);
            } else if (expression instanceof UnaryExpr unary) {
                return unary(unary, valueOf(unary.getExpression(), names));
            } else if (expression instanceof BinaryExpr binary) {
                return binary(binary, names);
            }
        } catch (RuntimeException e) {
            return null; // a literal out of its range: an error in the text
        }
        return names.apply(expression);
    }

    private static @Nullable Object unary(UnaryExpr unary, @Nullable Object value) {
        if (value instanceof Boolean truth && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return !truth;
        }
        if (unary.getOperator() == UnaryExpr.Operator.PLUS && value instanceof Number) {
            return value;
        }
        if (unary.getOperator() == UnaryExpr.Operator.MINUS) {
            return value instanceof Integer i
                    ? (Object) (-i)
                    : value instanceof Long l
                            ? (Object) (-l)
                            : value instanceof Double d
                                    ? (Object) (-d)
                                    : value instanceof Float f ? (Object) (-f) : null;
        }
        return null;
    }

    /** Chains of {@code +} lean to the left and may be long: they are walked, not recursed into. */
    private static @Nullable Object binary(BinaryExpr start, Function<Expression, @Nullable Object> names) {
        java.util.ArrayDeque<BinaryExpr> chain = new java.util.ArrayDeque<>();
        Expression left = start;
        while (left instanceof BinaryExpr binary) {
            chain.push(binary);
            left = binary.getLeft();
        }
        Object value = valueOf(left, names);
        while (!chain.isEmpty() && value != null) {
            BinaryExpr next = chain.pop();
            Object right = valueOf(next.getRight(), names);
            value = right == null ? null : apply(next.getOperator(), value, right);
        }
        return value;
    }

    private static @Nullable Object apply(BinaryExpr.Operator operator, Object left, Object right) {
        if (operator == BinaryExpr.Operator.PLUS && (left instanceof String || right instanceof String)) {
            String joined = String.valueOf(left) + right;
            return joined.length() > MAX_LENGTH ? null : joined;
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return switch (operator) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> b == 0 ? null : (Object) (a / b);
                case REMAINDER -> b == 0 ? null : (Object) (a % b);
                case LEFT_SHIFT -> a << b;
                case BINARY_OR -> a | b;
                case BINARY_AND -> a & b;
                default -> null;
            };
        }
        if ((left instanceof Long || left instanceof Integer) && (right instanceof Long || right instanceof Integer)) {
            long a = ((Number) left).longValue();
            long b = ((Number) right).longValue();
            return switch (operator) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> b == 0 ? null : (Object) (a / b);
                case REMAINDER -> b == 0 ? null : (Object) (a % b);
                default -> null;
            };
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return switch (operator) {
                case AND, BINARY_AND -> a && b;
                case OR, BINARY_OR -> a || b;
                default -> null;
            };
        }
        return null;
    }
}
