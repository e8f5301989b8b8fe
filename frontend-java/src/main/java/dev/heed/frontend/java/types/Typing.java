package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.heed.engine.bound.WorkerThread;
import dev.heed.frontend.java.types.CallTyping.Pending;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of expressions. Each expression is looked at once; what a generic call leaves open is decided by the whole
 * expression that it is a part of (its <em>root</em>), and lambdas are entered when the types of their parameters are
 * known, from the outside inwards. So the work is about linear in the size of the text, however deep calls are nested.
 */
final class Typing {
    private final Unit unit;
    private final Names names;
    private final Calls calls;
    private final FunctionTyping functions;
    private final Operators operators;
    private final Inference inference;
    private final Map<Expression, JavaType> known = new IdentityHashMap<>();
    private final Set<Node> finishedRoots = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> preparedLambdas = Collections.newSetFromMap(new IdentityHashMap<>());

    Typing(Unit unit) {
        this.unit = unit;
        this.names = new Names(unit, this);
        this.inference = new Inference(unit.types);
        this.functions = new FunctionTyping(unit, this, names, inference);
        this.calls = new Calls(unit, this, names, functions, inference);
        this.operators = new Operators(unit, this, names);
        functions.connect(calls);
    }

    Names names() {
        return names;
    }

    Calls calls() {
        return calls;
    }

    FunctionTyping functions() {
        return functions;
    }

    /** Types the lambdas around a place, so that their parameters are known there. To be called before the first question. */
    void prepare(Node place) {
        WorkerThread.check();
        Deque<LambdaExpr> around = new ArrayDeque<>();
        Node node = place;
        while (node != null) {
            if (node instanceof LambdaExpr lambda) {
                if (preparedLambdas.contains(lambda)) {
                    break;
                }
                around.push(lambda);
            }
            node = node.getParentNode().orElse(null);
        }
        for (LambdaExpr lambda : around) {
            preparedLambdas.add(lambda);
            finish(lambda);
        }
    }

    /** The static type of an expression. */
    JavaType typeOf(Expression expression) {
        JavaType type = known.get(expression);
        if (type == null) {
            WorkerThread.check();
            known.put(expression, JavaType.UNKNOWN); // for expressions that lead to themselves
            type = compute(expression);
            known.put(expression, type);
        }
        return type;
    }

    private JavaType compute(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return typeOf(enclosed.getInner());
        } else if (isPoly(expression)) {
            finish(expression);
            return unit.types.resolved(openTypeOf(expression));
        }
        return operators.typeOf(expression);
    }

    private static boolean isPoly(Expression expression) {
        return expression instanceof MethodCallExpr
                || expression instanceof ObjectCreationExpr
                || expression instanceof LambdaExpr
                || expression instanceof MethodReferenceExpr;
    }

    /** The type of an argument, in which inference variables may still be open. */
    JavaType openTypeOf(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return openTypeOf(enclosed.getInner());
        } else if (expression instanceof MethodCallExpr || expression instanceof ObjectCreationExpr) {
            return calls.typing(expression).returnType;
        } else if (expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr) {
            return functions.targetOf(expression);
        }
        return typeOf(expression);
    }

    /** Decides all that is open in an expression, by looking at the whole that it is a part of. */
    void finish(Expression expression) {
        Expression root = rootOf(expression);
        if (!finishedRoots.add(root)) {
            return;
        }
        Deque<Pending> open = new ArrayDeque<>();
        Node parent = root.getParentNode().orElse(null);
        if (parent instanceof ExplicitConstructorInvocationStmt call) {
            call.getArguments().forEach(finishedRoots::add);
            open.addAll(calls.typing(call).takePending());
        } else if (parent instanceof EnumConstantDeclaration constant) {
            constant.getArguments().forEach(finishedRoots::add);
            open.addAll(calls.typing(constant).takePending());
        } else {
            reduce(root, targetOf(root), open);
        }
        functions.process(open);
    }

    /** The expression goes where the formal type is wanted; functions in it that must wait are added to {@code open}. */
    void reduce(Expression expression, JavaType formal, Deque<Pending> open) {
        if (expression instanceof EnclosedExpr enclosed) {
            reduce(enclosed.getInner(), formal, open);
        } else if (expression instanceof ConditionalExpr choice) {
            reduce(choice.getThenExpr(), formal, open);
            reduce(choice.getElseExpr(), formal, open);
        } else if (expression instanceof SwitchExpr choice) {
            resultsOf(choice).forEach(result -> reduce(result, formal, open));
        } else if (expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr) {
            open.add(new Pending(expression, formal));
        } else if (expression instanceof MethodCallExpr || expression instanceof ObjectCreationExpr) {
            CallTyping call = calls.typing(expression);
            inference.subtype(call.returnType, formal);
            open.addAll(call.takePending());
        } else {
            inference.subtype(typeOf(expression), formal);
        }
    }

    /** The values of a switch expression. */
    static List<Expression> resultsOf(SwitchExpr choice) {
        List<Expression> results = new ArrayList<>();
        for (SwitchEntry entry : choice.getEntries()) {
            Deque<Node> open = new ArrayDeque<>();
            for (Statement statement : entry.getStatements()) {
                if (entry.getType() == SwitchEntry.Type.EXPRESSION && statement instanceof ExpressionStmt value) {
                    results.add(value.getExpression());
                } else {
                    open.add(statement);
                }
            }
            while (!open.isEmpty()) {
                Node node = open.pop();
                if (node instanceof YieldStmt yield) {
                    results.add(yield.getExpression());
                }
                Completion.pushStatements(node, open);
            }
        }
        return results;
    }

    /** The largest expression whose context decides about this one (JLS 15.2, 18.5.2). */
    private static Expression rootOf(Expression start) {
        Expression current = start;
        while (true) {
            Expression outer = contextOf(current);
            if (outer == null) {
                return current;
            }
            current = outer;
        }
    }

    private static @Nullable Expression contextOf(Expression expression) {
        Node parent = expression.getParentNode().orElse(null);
        if (parent instanceof EnclosedExpr enclosed) {
            return enclosed;
        } else if (parent instanceof ConditionalExpr choice) {
            return choice.getCondition() == expression ? null : choice;
        } else if (parent instanceof MethodCallExpr call) {
            return call.getScope().filter(scope -> scope == expression).isPresent() ? null : call;
        } else if (parent instanceof ObjectCreationExpr creation) {
            return creation.getScope().filter(scope -> scope == expression).isPresent() ? null : creation;
        } else if (parent instanceof ReturnStmt) {
            return lambdaAround(parent);
        } else if (parent instanceof ExpressionStmt statement) {
            Node around = statement.getParentNode().orElse(null);
            if (around instanceof LambdaExpr lambda) {
                return lambda;
            }
            return around instanceof SwitchEntry entry
                            && entry.getType() == SwitchEntry.Type.EXPRESSION
                            && entry.getParentNode().orElse(null) instanceof SwitchExpr choice
                    ? choice
                    : null;
        } else if (parent instanceof YieldStmt) {
            return switchAround(parent);
        }
        return null;
    }

    private static @Nullable LambdaExpr lambdaAround(Node start) {
        Node node = start.getParentNode().orElse(null);
        while (node instanceof Statement
                || node instanceof SwitchEntry
                || node instanceof com.github.javaparser.ast.stmt.CatchClause) {
            node = node.getParentNode().orElse(null);
        }
        return node instanceof LambdaExpr lambda ? lambda : null;
    }

    private static @Nullable SwitchExpr switchAround(Node start) {
        Node node = start.getParentNode().orElse(null);
        while (node instanceof Statement
                || node instanceof SwitchEntry
                || node instanceof com.github.javaparser.ast.stmt.CatchClause) {
            if (node instanceof SwitchEntry && node.getParentNode().orElse(null) instanceof SwitchExpr choice) {
                return choice;
            }
            node = node.getParentNode().orElse(null);
        }
        return null;
    }

    /** The type that the place of a root asks for; unknown if it asks for none. */
    private JavaType targetOf(Expression root) {
        Node parent = root.getParentNode().orElse(null);
        if (parent instanceof VariableDeclarator variable) {
            return Names.isInferred(variable.getType()) ? JavaType.UNKNOWN : unit.typeOf(variable.getType());
        } else if (parent instanceof AssignExpr assignment && assignment.getValue() == root) {
            return typeOf(assignment.getTarget());
        } else if (parent instanceof CastExpr cast && isFunction(root)) {
            return unit.typeOf(cast.getType());
        } else if (parent instanceof ReturnStmt) {
            return resultAround(parent);
        } else if (parent instanceof ArrayInitializerExpr initializer) {
            return operators.elementOf(initializer);
        }
        return JavaType.UNKNOWN;
    }

    /** Only functions take their type from a cast (JLS 15.12, 15.16). */
    private static boolean isFunction(Expression root) {
        Expression inner = root;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        return inner instanceof ConditionalExpr || Overloads.isFunction(inner);
    }

    private JavaType resultAround(Node start) {
        Node node = start;
        while (node instanceof Statement
                || node instanceof SwitchEntry
                || node instanceof com.github.javaparser.ast.stmt.CatchClause) {
            node = node.getParentNode().orElse(null);
        }
        return node instanceof MethodDeclaration method ? unit.typeOf(method.getType()) : JavaType.UNKNOWN;
    }

    /** The values that a lambda with a block returns. */
    static List<Expression> returnsOf(BlockStmt body) {
        List<Expression> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof ReturnStmt result) {
                result.getExpression().ifPresent(found::add);
            }
            Completion.pushStatements(node, open);
        }
        return found;
    }

    static JavaType arrayOf(JavaType element, int dimensions) {
        JavaType type = element;
        for (int i = 0; i < dimensions; i++) {
            type = new ArrayType(type);
        }
        return type;
    }
}
