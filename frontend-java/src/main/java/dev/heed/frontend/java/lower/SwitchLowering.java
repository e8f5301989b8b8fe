package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Terminator.Jump;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.lower.Exits.Breakable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switch statements and expressions, of old and new form, with patterns and guards. */
final class SwitchLowering {
    private final FunctionContext function;
    private final GraphBuilder graph;
    private final Exits exits;

    SwitchLowering(FunctionContext function) {
        this.function = function;
        this.graph = function.graph();
        this.exits = function.exits();
    }

    void statement(SwitchStmt choice, List<String> labels) {
        Operand selector = selector(choice.getSelector(), choice.getEntries());
        Span span = function.span(choice);
        Label after = graph.label();
        exits.push(new Breakable(labels, exits.target(after), null, null, true));
        lower(
                choice.getEntries(),
                selector,
                choice.getSelector(),
                mustMatch(choice.getEntries()) ? null : after,
                after);
        exits.pop();
        graph.place(after, span.after());
    }

    Operand expression(SwitchExpr choice) {
        Operand selector = selector(choice.getSelector(), choice.getEntries());
        Span span = function.span(choice);
        Label after = graph.label();
        Variable result = graph.temporary(function.typeOf((Expression) choice));
        exits.push(new Breakable(List.of(), null, null, exits.target(after, result), false));
        lower(choice.getEntries(), selector, choice.getSelector(), null, null);
        exits.pop();
        graph.place(after, span.after());
        return graph.isReachable() ? new Operand.Local(result) : new Operand.Unknown(result.type());
    }

    private Operand selector(Expression text, NodeList<SwitchEntry> entries) {
        List<Expression> guards = new ArrayList<>();
        entries.forEach(entry -> entry.getGuard().ifPresent(guards::add));
        return function.expressions().stable(function.value(text), text, guards);
    }

    /** A statement with patterns, or with null as a case, has to be exhaustive (JLS 14.11.2). */
    private static boolean mustMatch(NodeList<SwitchEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.getLabels().stream())
                .anyMatch(label -> label instanceof ComponentPatternExpr || label instanceof NullLiteralExpr);
    }

    /**
     * Lowers dispatch and bodies.
     *
     * @param noMatch where to go if no case fits; null if that cannot be
     * @param after the end of a statement; null for an expression
     */
    private void lower(
            NodeList<SwitchEntry> entries,
            Operand selector,
            Expression selectorText,
            @Nullable Label noMatch,
            @Nullable Label after) {
        if (!graph.isReachable()) {
            return;
        }
        List<Label> bodies = new ArrayList<>(entries.size());
        entries.forEach(entry -> bodies.add(graph.label()));
        dispatch(entries, bodies, selector, selectorText, noMatch);
        for (int i = 0; i < entries.size(); i++) {
            SwitchEntry entry = entries.get(i);
            // The group before falls into this one.
            graph.place(bodies.get(i), function.span(entry));
            if (graph.isReachable()) {
                body(entry, after);
            }
        }
        if (after == null) {
            graph.terminate(new Terminator.Unreachable(function.span(selectorText)));
        }
    }

    private void body(SwitchEntry entry, @Nullable Label after) {
        NodeList<Statement> statements = entry.getStatements();
        if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
            function.lowerAll(statements);
            return;
        }
        if (after == null
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && statements.getFirst().orElse(null) instanceof ExpressionStmt value) {
            exits.doYield(function.span(value.getExpression()), function.value(value.getExpression()));
            return;
        }
        function.lowerAll(statements);
        Span end = function.unit().spans().lastCharacter(entry);
        if (after == null) {
            graph.terminate(new Terminator.Unreachable(end));
        } else {
            graph.jump(after, end, Jump.BREAK);
        }
    }

    private void dispatch(
            NodeList<SwitchEntry> entries,
            List<Label> bodies,
            Operand selector,
            Expression selectorText,
            @Nullable Label noMatch) {
        Span span = function.span(selectorText);
        Label otherwise = noMatch;
        for (int i = 0; i < entries.size(); i++) {
            SwitchEntry entry = entries.get(i);
            if (entry.isDefault() || entry.getLabels().isEmpty()) {
                otherwise = bodies.get(i);
            }
            if (entry.getLabels().stream().anyMatch(NullLiteralExpr.class::isInstance)) {
                Label notNull = graph.label();
                graph.branch(span, new Test.IsNull(selector), bodies.get(i), notNull);
                graph.place(notNull, span);
            }
        }
        Label last = otherwise == null ? graph.label() : otherwise;
        List<Terminator.Case> cases = new ArrayList<>();
        List<Pending> pending = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SwitchEntry entry = entries.get(i);
            addCases(entry, bodies.get(i), selector, cases, pending);
            if (pending.stream().anyMatch(Pending::asksMore)) {
                // What the guard or a part of the pattern turns down is held against the cases that follow.
                Label rest = graph.label();
                end(span, selector, cases, rest);
                bind(pending, selector, rest);
                cases.clear();
                pending.clear();
                graph.place(rest, span);
            }
        }
        end(span, selector, cases, last);
        bind(pending, selector, last);
        if (otherwise == null) {
            graph.place(last, span);
            graph.terminate(new Terminator.Unreachable(span));
        }
    }

    private void end(Span span, Operand selector, List<Terminator.Case> cases, Label otherwise) {
        if (cases.isEmpty()) {
            graph.jump(otherwise, span, Jump.FALL_THROUGH);
        } else if (graph.isReachable()) {
            graph.terminate(new Terminator.Switch(span, selector, cases, graph.blockOf(otherwise)));
        }
    }

    /** A case whose pattern has variables or a guard: they come between the dispatch and the body. */
    private record Pending(
            Label label,
            @Nullable ComponentPatternExpr pattern,
            @Nullable Expression guard,
            Label body) {

        boolean asksMore() {
            return guard != null || (pattern != null && ConditionLowering.asksMore(pattern));
        }
    }

    private void addCases(
            SwitchEntry entry, Label body, Operand selector, List<Terminator.Case> cases, List<Pending> pending) {
        List<Object> constants = new ArrayList<>();
        Expression guard = entry.getGuard().orElse(null);
        for (Expression label : entry.getLabels()) {
            if (label instanceof ComponentPatternExpr pattern) {
                Label matched = graph.label();
                pending.add(new Pending(matched, pattern, guard, body));
                String type =
                        pattern instanceof PatternExpr typed ? function.typeOf(typed.getType()) : "java.lang.Object";
                cases.add(new Terminator.Case(List.of(), type, graph.blockOf(matched)));
            } else if (!(label instanceof NullLiteralExpr)) {
                constants.add(constant(label, selector.type()));
            }
        }
        if (!constants.isEmpty()) {
            Label target = body;
            if (guard != null) {
                target = graph.label();
                pending.add(new Pending(target, null, guard, body));
            }
            cases.add(new Terminator.Case(constants, null, graph.blockOf(target)));
        }
    }

    /** The names of enum constants are no expressions: they stand without their type. */
    private Object constant(Expression label, String selectorType) {
        boolean mayBeEnum = !Arithmetic.isString(selectorType) && !Arithmetic.isNumber(selectorType);
        Object value = mayBeEnum && label instanceof NameExpr
                ? null
                : function.resolver().constantOf(label);
        if (value != null) {
            return value;
        } else if (label instanceof NameExpr name) {
            return function.unit().intern(name.getNameAsString());
        } else if (label instanceof FieldAccessExpr access) {
            return function.unit().intern(access.getNameAsString());
        }
        return function.unit().intern(label.toString());
    }

    private void bind(List<Pending> pending, Operand selector, Label rest) {
        for (Pending one : pending) {
            Span span = function.span(one.pattern() != null ? one.pattern() : orThrow(one.guard()));
            graph.place(one.label(), span);
            if (one.pattern() != null) {
                function.conditions().bind(one.pattern(), selector);
                if (ConditionLowering.asksMore(one.pattern())) {
                    Label fits = graph.label();
                    graph.branch(span, new Test.Opaque(selector), fits, rest);
                    graph.place(fits, span);
                }
            }
            if (one.guard() != null) {
                function.conditions().lower(one.guard(), one.body(), rest);
            } else {
                graph.jump(one.body(), span, Jump.FALL_THROUGH);
            }
        }
    }

    private static Expression orThrow(@Nullable Expression expression) {
        if (expression == null) {
            throw new IllegalStateException("neither pattern nor guard");
        }
        return expression;
    }
}
