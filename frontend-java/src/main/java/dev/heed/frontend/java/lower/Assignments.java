package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The expressions of a function that assign a variable somewhere inside. An operand in front of such an expression must
 * be read before it: {@code x + (x = 1)}.
 */
final class Assignments {
    private final Set<Node> assigning = Collections.newSetFromMap(new IdentityHashMap<>());

    private Assignments() {}

    static Assignments in(List<? extends Node> bodies) {
        Assignments found = new Assignments();
        Deque<Node> open = new ArrayDeque<>(bodies);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof AssignExpr || isIncrement(node)) {
                found.mark(node);
            }
            for (Node child : node.getChildNodes()) {
                if (!(child instanceof LambdaExpr) && !(child instanceof BodyDeclaration<?>)) {
                    open.push(child);
                }
            }
        }
        return found;
    }

    /** Whether evaluating the expression may assign a local variable. */
    boolean isWithin(Expression expression) {
        return assigning.contains(expression);
    }

    private void mark(Node assignment) {
        for (Node node = assignment; node != null; node = node.getParentNode().orElse(null)) {
            if (node instanceof LambdaExpr || node instanceof BodyDeclaration<?>) {
                return;
            }
            if (node instanceof Expression && !assigning.add(node)) {
                return;
            }
        }
    }

    private static boolean isIncrement(Node node) {
        return node instanceof UnaryExpr unary
                && switch (unary.getOperator()) {
                    case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                    default -> false;
                };
    }
}
