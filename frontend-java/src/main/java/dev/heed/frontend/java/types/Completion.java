package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether statements can complete normally (JLS 14.22), and the returns in them. */
final class Completion {
    private final Map<Statement, Boolean> known = new IdentityHashMap<>();

    boolean canComplete(Statement statement) {
        Boolean answer = known.get(statement);
        if (answer == null) {
            answer = compute(statement);
            known.put(statement, answer);
        }
        return answer;
    }

    private boolean compute(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return allComplete(block.getStatements());
        } else if (statement instanceof ReturnStmt
                || statement instanceof ThrowStmt
                || statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof YieldStmt) {
            return false;
        } else if (statement instanceof IfStmt branch) {
            return branch.getElseStmt().isEmpty()
                    || canComplete(branch.getThenStmt())
                    || canComplete(branch.getElseStmt().get());
        } else if (statement instanceof WhileStmt loop) {
            return !isTrue(loop.getCondition()) || hasBreak(loop.getBody(), label(loop));
        } else if (statement instanceof DoStmt loop) {
            boolean reachesTest = canComplete(loop.getBody()) || hasContinue(loop.getBody());
            return (reachesTest && !isTrue(loop.getCondition())) || hasBreak(loop.getBody(), label(loop));
        } else if (statement instanceof ForStmt loop) {
            boolean endless = loop.getCompare().map(Completion::isTrue).orElse(true);
            return !endless || hasBreak(loop.getBody(), label(loop));
        } else if (statement instanceof LabeledStmt labeled) {
            return canComplete(labeled.getStatement())
                    || hasBreak(labeled.getStatement(), labeled.getLabel().asString());
        } else if (statement instanceof SynchronizedStmt synchronizedStatement) {
            return canComplete(synchronizedStatement.getBody());
        } else if (statement instanceof TryStmt attempt) {
            return completes(attempt);
        } else if (statement instanceof SwitchStmt choice) {
            return completes(choice);
        }
        return true;
    }

    private boolean allComplete(List<Statement> statements) {
        for (Statement statement : statements) {
            if (!canComplete(statement)) {
                return false;
            }
        }
        return true;
    }

    private boolean completes(TryStmt attempt) {
        if (attempt.getFinallyBlock().isPresent()
                && !canComplete(attempt.getFinallyBlock().get())) {
            return false;
        }
        if (canComplete(attempt.getTryBlock())) {
            return true;
        }
        for (CatchClause clause : attempt.getCatchClauses()) {
            if (canComplete(clause.getBody())) {
                return true;
            }
        }
        return false;
    }

    private boolean completes(SwitchStmt choice) {
        List<SwitchEntry> entries = choice.getEntries();
        boolean hasDefault = entries.stream()
                .anyMatch(entry -> entry.isDefault()
                        || (entry.getLabels().isEmpty() && entry.getGuard().isEmpty()));
        if (!hasDefault || entries.isEmpty()) {
            return true;
        }
        for (int i = 0; i < entries.size(); i++) {
            SwitchEntry entry = entries.get(i);
            boolean isArrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
            boolean isLast = i == entries.size() - 1;
            if ((isArrow || isLast) && allComplete(entry.getStatements())) {
                return true;
            }
            for (Statement statement : entry.getStatements()) {
                if (hasBreak(statement, label(choice))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable String label(Statement statement) {
        return statement.getParentNode().orElse(null) instanceof LabeledStmt labeled
                ? labeled.getLabel().asString()
                : null;
    }

    private static boolean isTrue(Expression condition) {
        Expression inner = condition;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        return inner instanceof BooleanLiteralExpr literal && literal.getValue();
    }

    /** Whether a break in the statement leaves what it is the body of. */
    private static boolean hasBreak(Statement body, @Nullable String label) {
        Deque<Node> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof BreakStmt jump) {
                String target = jump.getLabel().map(name -> name.asString()).orElse(null);
                if (target == null ? !isInside(jump, body) : target.equals(label)) {
                    return true;
                }
            }
            pushStatements(node, open);
        }
        return false;
    }

    /** Whether an unlabeled break belongs to a loop or switch within the body. */
    private static boolean isInside(BreakStmt jump, Statement body) {
        Node node = jump;
        while (node != body) {
            if (node != jump && (isLoop(node) || node instanceof SwitchStmt)) {
                return true;
            }
            node = node.getParentNode().orElse(body);
        }
        return isLoop(body) || body instanceof SwitchStmt;
    }

    private static boolean isLoop(Node node) {
        return node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof ForStmt
                || node instanceof ForEachStmt;
    }

    private static boolean hasContinue(Statement body) {
        Deque<Node> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof ContinueStmt) {
                return true;
            }
            pushStatements(node, open);
        }
        return false;
    }

    /** Statements directly below, in no order; lambdas and classes are not entered. */
    static void pushStatements(Node node, Deque<Node> open) {
        for (Node child : node.getChildNodes()) {
            if (child instanceof Statement || child instanceof SwitchEntry || child instanceof CatchClause) {
                open.push(child);
            }
        }
    }
}
