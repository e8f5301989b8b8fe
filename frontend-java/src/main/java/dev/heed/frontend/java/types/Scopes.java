package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithParameters;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the local variable that a name means where it stands (JLS 6.3, 6.4). */
final class Scopes {

    /** Stops the way outwards at a type's body. */
    interface TypeBodies {
        /** Whether this type has a field of the name, so that it hides variables further out. */
        boolean hasField(Node type, String name);

        boolean isType(Node node);
    }

    private final TypeBodies types;
    private final Patterns patterns;
    private final Completion completion;
    private final Map<Node, Block> blocks = new IdentityHashMap<>();

    Scopes(TypeBodies types, Patterns patterns, Completion completion) {
        this.types = types;
        this.patterns = patterns;
        this.completion = completion;
    }

    /** What was found: a variable's declaration, or the type whose field it is; null stands for neither. */
    record Found(@Nullable Node variable, @Nullable Node fieldOf) {
        static final Found NOTHING = new Found(null, null);
    }

    Found find(String name, Node place) {
        Node child = place;
        Node parent = place.getParentNode().orElse(null);
        while (parent != null) {
            Node variable = declaredAround(parent, child, name);
            if (variable != null) {
                return new Found(variable, null);
            }
            if (child instanceof BodyDeclaration<?> && types.isType(parent) && types.hasField(parent, name)) {
                return new Found(null, parent);
            }
            child = parent;
            parent = parent.getParentNode().orElse(null);
        }
        return Found.NOTHING;
    }

    /** The variable of this name that {@code parent} declares for {@code child}. */
    private @Nullable Node declaredAround(Node parent, Node child, String name) {
        if (parent instanceof NodeWithStatements<?> block && child instanceof Statement) {
            Node local = block(parent, block.getStatements()).find(name, child);
            return local != null || !(parent instanceof SwitchEntry entry) ? local : inLabels(entry, name);
        } else if (parent instanceof SwitchEntry entry) {
            return entry.getGuard().filter(guard -> guard == child).isPresent() ? inLabels(entry, name) : null;
        } else if (parent instanceof SwitchStmt choice && child instanceof SwitchEntry entry) {
            return inEarlierEntries(choice, entry, name);
        } else if (parent instanceof LambdaExpr lambda && child == lambda.getBody()) {
            return parameter(lambda, name);
        } else if (parent instanceof CallableDeclaration<?> callable) {
            return parameter(callable, name);
        } else if (parent instanceof CompactConstructorDeclaration
                && parent.getParentNode().orElse(null) instanceof RecordDeclaration declaration) {
            return parameter(declaration, name);
        } else if (parent instanceof CatchClause clause) {
            return clause.getParameter().getNameAsString().equals(name) ? clause.getParameter() : null;
        } else if (parent instanceof ForEachStmt loop) {
            return child == loop.getBody() ? declared(loop.getVariable(), null, name) : null;
        } else if (parent instanceof TryStmt attempt) {
            return inResources(attempt, child, name);
        } else if (parent instanceof VariableDeclarationExpr declaration) {
            return declared(declaration, child, name);
        }
        return conditional(parent, child, name);
    }

    private @Nullable Node conditional(Node parent, Node child, String name) {
        if (parent instanceof ForStmt loop) {
            return inFor(loop, child, name);
        } else if (parent instanceof IfStmt branch) {
            boolean inThen = child == branch.getThenStmt();
            return child == branch.getCondition()
                    ? null
                    : patterns.of(branch.getCondition()).find(inThen, name);
        } else if (parent instanceof WhileStmt loop) {
            return child == loop.getBody() ? patterns.of(loop.getCondition()).find(true, name) : null;
        } else if (parent instanceof ConditionalExpr choice) {
            boolean inThen = child == choice.getThenExpr();
            return child == choice.getCondition()
                    ? null
                    : patterns.of(choice.getCondition()).find(inThen, name);
        } else if (parent instanceof BinaryExpr binary && child == binary.getRight()) {
            if (binary.getOperator() == BinaryExpr.Operator.AND) {
                return patterns.of(binary.getLeft()).find(true, name);
            } else if (binary.getOperator() == BinaryExpr.Operator.OR) {
                return patterns.of(binary.getLeft()).find(false, name);
            }
        }
        return null;
    }

    private @Nullable Node inFor(ForStmt loop, Node child, String name) {
        for (Expression initializer : loop.getInitialization()) {
            if (initializer == child) {
                return null;
            }
            Node found = initializer instanceof VariableDeclarationExpr declaration
                    ? declared(declaration, null, name)
                    : null;
            if (found != null) {
                return found;
            }
        }
        boolean afterTest =
                loop.getCompare().isPresent() && child != loop.getCompare().get();
        return afterTest ? patterns.of(loop.getCompare().get()).find(true, name) : null;
    }

    private static @Nullable Node inResources(TryStmt attempt, Node child, String name) {
        if (child instanceof CatchClause
                || attempt.getFinallyBlock().filter(block -> block == child).isPresent()) {
            return null;
        }
        Node found = null;
        for (Expression resource : attempt.getResources()) {
            if (resource == child) {
                break;
            }
            Node here =
                    resource instanceof VariableDeclarationExpr declaration ? declared(declaration, null, name) : null;
            found = here == null ? found : here;
        }
        return found;
    }

    private @Nullable Node inEarlierEntries(SwitchStmt choice, SwitchEntry entry, String name) {
        if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
            return null;
        }
        Node found = null;
        for (SwitchEntry earlier : choice.getEntries()) {
            if (earlier == entry) {
                break;
            }
            Node here = block(earlier, earlier.getStatements()).find(name, null);
            found = here == null ? found : here;
        }
        return found;
    }

    private static @Nullable Node inLabels(SwitchEntry entry, String name) {
        for (Expression label : entry.getLabels()) {
            if (label instanceof PatternExpr pattern) {
                for (TypePatternExpr variable : Patterns.in(pattern)) {
                    if (variable.getNameAsString().equals(name)) {
                        return variable;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Node parameter(NodeWithParameters<?> owner, String name) {
        for (Parameter parameter : owner.getParameters()) {
            if (parameter.getNameAsString().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    /** The variable of a declaration; up to and with the one that {@code inside} is, if it is given. */
    private static @Nullable Node declared(VariableDeclarationExpr declaration, @Nullable Node inside, String name) {
        for (VariableDeclarator variable : declaration.getVariables()) {
            if (variable.getNameAsString().equals(name)) {
                return variable;
            }
            if (variable == inside) {
                break;
            }
        }
        return null;
    }

    private Block block(Node owner, List<Statement> statements) {
        Block known = blocks.get(owner);
        if (known == null) {
            known = new Block(statements);
            blocks.put(owner, known);
        }
        return known;
    }

    /** What the statements of a block declare, by name. */
    private final class Block {
        private final Map<Node, Integer> places = new IdentityHashMap<>();
        private final Map<String, List<Declared>> byName = new HashMap<>();

        Block(List<Statement> statements) {
            for (int i = 0; i < statements.size(); i++) {
                Statement statement = statements.get(i);
                places.put(statement, i);
                if (statement instanceof ExpressionStmt expression
                        && expression.getExpression() instanceof VariableDeclarationExpr declaration) {
                    for (VariableDeclarator variable : declaration.getVariables()) {
                        add(variable.getNameAsString(), i, variable);
                    }
                } else {
                    addPatterns(statement, i);
                }
            }
        }

        private void add(String name, int place, Node variable) {
            byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(new Declared(place, variable));
        }

        /** Pattern variables that live on after an {@code if} or loop that is only left on one outcome. */
        private void addPatterns(Statement statement, int place) {
            Statement inner = statement;
            while (inner instanceof LabeledStmt labeled) {
                inner = labeled.getStatement();
            }
            List<TypePatternExpr> introduced = List.of();
            if (inner instanceof IfStmt branch) {
                Patterns.Bindings bindings = patterns.of(branch.getCondition());
                if (bindings.isEmpty()) {
                    return;
                }
                boolean thenEnds = !completion.canComplete(branch.getThenStmt());
                boolean elseEnds = branch.getElseStmt().isPresent()
                        && !completion.canComplete(branch.getElseStmt().get());
                introduced = thenEnds && !elseEnds
                        ? bindings.whenFalse()
                        : elseEnds && !thenEnds ? bindings.whenTrue() : List.of();
            } else if (inner instanceof WhileStmt loop) {
                introduced = patterns.of(loop.getCondition()).whenFalse();
            } else if (inner instanceof ForStmt loop && loop.getCompare().isPresent()) {
                introduced = patterns.of(loop.getCompare().get()).whenFalse();
            }
            introduced.forEach(variable -> add(variable.getNameAsString(), place, variable));
        }

        /** The last declaration in front of a statement; of the whole block if none is given. */
        @Nullable
        Node find(String name, @Nullable Node before) {
            List<Declared> declared = byName.get(name);
            if (declared == null) {
                return null;
            }
            int limit = before == null ? Integer.MAX_VALUE : places.getOrDefault(before, Integer.MAX_VALUE);
            for (int i = declared.size() - 1; i >= 0; i--) {
                if (declared.get(i).place < limit) {
                    return declared.get(i).variable;
                }
            }
            return null;
        }
    }

    private record Declared(int place, Node variable) {}
}
