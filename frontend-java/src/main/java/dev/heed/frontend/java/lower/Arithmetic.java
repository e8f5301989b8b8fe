package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.List;

/** Types of operators' results, and which expressions can be constant (JLS 15.29). */
final class Arithmetic {
    static final String STRING = "java.lang.String";
    private static final List<String> NUMBERS = List.of("double", "float", "long", "int", "char", "short", "byte");

    private Arithmetic() {}

    static boolean isString(String type) {
        return type.equals(STRING);
    }

    static boolean isNumber(String type) {
        return NUMBERS.contains(unboxed(type));
    }

    /** Binary numeric promotion; {@code boolean} for two booleans; {@code "?"} if a type is unknown. */
    static String promoted(String left, String right) {
        String a = unboxed(left);
        String b = unboxed(right);
        if (a.equals("boolean") && b.equals("boolean")) {
            return a;
        }
        int wider = Math.min(NUMBERS.indexOf(a), NUMBERS.indexOf(b));
        return wider < 0 ? FunctionContext.UNKNOWN : NUMBERS.get(Math.min(wider, NUMBERS.indexOf("int")));
    }

    private static String unboxed(String type) {
        return switch (type) {
            case "java.lang.Integer" -> "int";
            case "java.lang.Long" -> "long";
            case "java.lang.Boolean" -> "boolean";
            case "java.lang.Double" -> "double";
            case "java.lang.Float" -> "float";
            case "java.lang.Character" -> "char";
            case "java.lang.Short" -> "short";
            case "java.lang.Byte" -> "byte";
            default -> type;
        };
    }

    /** Whether an expression has nothing in it that is never constant; cheap, and cut off at a depth. */
    static boolean looksConstant(Expression expression, int depth) {
        Expression rest = expression;
        while (rest instanceof BinaryExpr binary) {
            if (depth == 0 || !looksConstant(binary.getRight(), depth - 1)) {
                return false;
            }
            rest = binary.getLeft();
        }
        if (depth == 0) {
            return false;
        }
        if (rest instanceof UnaryExpr unary) {
            return switch (unary.getOperator()) {
                case PLUS, MINUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
                    looksConstant(unary.getExpression(), depth - 1);
                default -> false;
            };
        } else if (rest instanceof EnclosedExpr enclosed) {
            return looksConstant(enclosed.getInner(), depth - 1);
        } else if (rest instanceof CastExpr cast) {
            return looksConstant(cast.getExpression(), depth - 1);
        } else if (rest instanceof ConditionalExpr conditional) {
            return looksConstant(conditional.getCondition(), depth - 1)
                    && looksConstant(conditional.getThenExpr(), depth - 1)
                    && looksConstant(conditional.getElseExpr(), depth - 1);
        }
        return (rest instanceof LiteralExpr && !(rest instanceof NullLiteralExpr))
                || rest instanceof NameExpr
                || rest instanceof FieldAccessExpr;
    }
}
