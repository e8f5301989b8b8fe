package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pattern variables an expression introduces when it is true, and when it is false (JLS 6.3.1). */
final class Patterns {
    private final Map<Expression, Bindings> known = new IdentityHashMap<>();

    /** What is introduced by either outcome. */
    record Bindings(List<TypePatternExpr> whenTrue, List<TypePatternExpr> whenFalse) {
        static final Bindings NONE = new Bindings(List.of(), List.of());

        @Nullable
        TypePatternExpr find(boolean outcome, String name) {
            for (TypePatternExpr pattern : outcome ? whenTrue : whenFalse) {
                if (pattern.getNameAsString().equals(name)) {
                    return pattern;
                }
            }
            return null;
        }

        Bindings negated() {
            List<TypePatternExpr> positive = whenFalse;
            return new Bindings(positive, whenTrue);
        }

        boolean isEmpty() {
            return whenTrue.isEmpty() && whenFalse.isEmpty();
        }
    }

    Bindings of(Expression expression) {
        if (!(expression instanceof EnclosedExpr
                || expression instanceof UnaryExpr
                || expression instanceof BinaryExpr
                || expression instanceof InstanceOfExpr)) {
            return Bindings.NONE;
        }
        Bindings found = known.get(expression);
        if (found == null) {
            found = compute(expression);
            known.put(expression, found);
        }
        return found;
    }

    private Bindings compute(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner());
        } else if (expression instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            Bindings inner = of(not.getExpression());
            return inner.isEmpty() ? Bindings.NONE : inner.negated();
        } else if (expression instanceof BinaryExpr binary) {
            boolean isAnd = binary.getOperator() == BinaryExpr.Operator.AND;
            if (!isAnd && binary.getOperator() != BinaryExpr.Operator.OR) {
                return Bindings.NONE;
            }
            Bindings left = of(binary.getLeft());
            Bindings right = of(binary.getRight());
            if (left.isEmpty() && right.isEmpty()) {
                return Bindings.NONE;
            }
            return isAnd
                    ? new Bindings(joined(left.whenTrue, right.whenTrue), List.of())
                    : new Bindings(List.of(), joined(left.whenFalse, right.whenFalse));
        } else if (expression instanceof InstanceOfExpr test
                && test.getPattern().isPresent()) {
            return new Bindings(in(test.getPattern().get()), List.of());
        }
        return Bindings.NONE;
    }

    private static List<TypePatternExpr> joined(List<TypePatternExpr> first, List<TypePatternExpr> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<TypePatternExpr> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The variables that a pattern declares. */
    static List<TypePatternExpr> in(PatternExpr pattern) {
        List<TypePatternExpr> found = new ArrayList<>();
        collect(pattern, found);
        return found;
    }

    private static void collect(Node node, List<TypePatternExpr> found) {
        if (node instanceof TypePatternExpr pattern) {
            found.add(pattern);
        } else if (node instanceof RecordPatternExpr pattern) {
            pattern.getPatternList().forEach(part -> collect(part, found));
        }
    }
}
