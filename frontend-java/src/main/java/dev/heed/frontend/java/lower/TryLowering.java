package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Handler.Clause;
import dev.heed.engine.ir.Handler.TryStatement;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator.Jump;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Try statements (JLS 14.20) and synchronized sections. */
final class TryLowering {
    private static final String THROWABLE = "java.lang.Throwable";
    private static final Callee ADD_SUPPRESSED = new Callee(
            "addSuppressed",
            THROWABLE,
            List.of(new MethodRef(THROWABLE, "addSuppressed", List.of(THROWABLE))),
            List.of(),
            "void",
            false,
            Confidence.RESOLVED);

    private final FunctionContext function;
    private final GraphBuilder graph;
    private final Spans spans;

    TryLowering(FunctionContext function) {
        this.function = function;
        this.graph = function.graph();
        this.spans = function.unit().spans();
    }

    void lower(TryStmt attempt) {
        BlockStmt finallyBlock = attempt.getFinallyBlock().orElse(null);
        TryStatement statement = new TryStatement(
                spans.of(attempt),
                spans.of(attempt.getTryBlock()),
                finallyBlock == null ? null : spans.of(finallyBlock));
        Handler outer = graph.handler();
        Label after = graph.label();
        Finalizer finalizer = null;
        Clause finallyClause = null;
        Handler aroundCatches = outer;
        List<Clause> clauses = new ArrayList<>();
        attempt.getCatchClauses().forEach(clause -> clauses.add(clauseOf(clause, statement)));
        if (finallyBlock != null) {
            finalizer = function.exits().pushFinalizer();
            finallyClause = new Clause(Handler.Kind.FINALLY, Exits.EVERYTHING, statement, null);
            aroundCatches = new Handler(List.of(finallyClause), outer);
        }
        Label normal = finalizer == null ? after : finalizer.normal();
        body(attempt, statement, handlerOf(clauses, finallyClause, aroundCatches, outer));
        graph.jump(normal, spans.lastCharacter(attempt.getTryBlock()), Jump.FALL_THROUGH);
        for (int i = 0; i < clauses.size(); i++) {
            catchClause(attempt.getCatchClauses().get(i), clauses.get(i), aroundCatches);
            graph.jump(normal, spans.lastCharacter(attempt.getCatchClauses().get(i)), Jump.FALL_THROUGH);
        }
        if (finallyBlock != null && finalizer != null && finallyClause != null) {
            Span place = spans.of(finallyBlock);
            Span last = spans.lastCharacter(finallyBlock);
            function.exits().finish(finalizer, finallyClause, place, last, thrown -> function.lower(finallyBlock));
        }
        graph.place(after, spans.lastCharacter(attempt));
    }

    private static @Nullable Handler handlerOf(
            List<Clause> catches, @Nullable Clause last, @Nullable Handler onlyLast, @Nullable Handler outer) {
        if (catches.isEmpty()) {
            return onlyLast;
        }
        List<Clause> all = new ArrayList<>(catches);
        if (last != null) {
            all.add(last);
        }
        return new Handler(all, outer);
    }

    private void body(TryStmt attempt, TryStatement statement, @Nullable Handler handler) {
        if (!GraphBuilder.isSame(handler, graph.handler())) {
            graph.enter(handler, spans.of(attempt.getTryBlock()));
        }
        resource(attempt, statement, 0);
    }

    private Clause clauseOf(CatchClause clause, TryStatement statement) {
        Parameter parameter = clause.getParameter();
        List<Type> types = parameter.getType().isUnionType()
                ? List.copyOf(parameter.getType().asUnionType().getElements())
                : List.of(parameter.getType());
        return new Clause(
                Handler.Kind.CATCH,
                types.stream().map(function::typeOf).toList(),
                statement,
                new Handler.CatchText(
                        spans.of(clause),
                        spans.of(parameter),
                        types.stream().map(spans::of).toList(),
                        function.unit().intern(parameter.getNameAsString()),
                        spans.of(clause.getBody())));
    }

    private void catchClause(CatchClause clause, Clause known, @Nullable Handler around) {
        known.setTarget(graph.begin(around));
        Parameter parameter = clause.getParameter();
        Variable caught = function.declare(
                parameter, parameter.getNameAsString(), function.typeOf(parameter.getType()), Variable.Kind.CAUGHT);
        graph.add(new Op.CatchEntry(spans.of(parameter), caught, known));
        function.lower(clause.getBody());
    }

    /** Opens the resource with this index and lowers all inside of it; behind the last comes the body. */
    private void resource(TryStmt attempt, TryStatement statement, int index) {
        if (index == attempt.getResources().size()) {
            function.lower(attempt.getTryBlock());
            return;
        }
        Expression text = attempt.getResources().get(index);
        Operand resource = open(text);
        if (!graph.isReachable()) {
            return;
        }
        Finalizer finalizer = function.exits().pushFinalizer();
        Clause clause = new Clause(Handler.Kind.RESOURCE, Exits.EVERYTHING, statement, null);
        graph.enter(new Handler(List.of(clause), finalizer.outer()), spans.of(attempt.getTryBlock()));
        resource(attempt, statement, index + 1);
        Span place = spans.of(text);
        Resource close = new Resource(place, nameOf(text), resource, isNeverNull(text), statement);
        Span last = spans.lastCharacter(attempt.getTryBlock());
        function.exits().finish(finalizer, clause, place, last, thrown -> close(close, thrown));
    }

    /** A resource of a try statement that is open. */
    private record Resource(Span span, Span name, Operand value, boolean isNeverNull, TryStatement statement) {}

    private Operand open(Expression text) {
        if (text instanceof VariableDeclarationExpr declaration) {
            Variable variable = null;
            for (VariableDeclarator declarator : declaration.getVariables()) {
                variable = function.statements().declare(declarator);
            }
            if (variable != null) {
                return new Operand.Local(variable);
            }
        }
        return function.value(text);
    }

    private Span nameOf(Expression text) {
        return text instanceof VariableDeclarationExpr declaration
                ? spans.of(declaration.getVariable(0).getName())
                : spans.of(text);
    }

    private static boolean isNeverNull(Expression text) {
        return text instanceof VariableDeclarationExpr declaration
                && declaration.getVariable(0).getInitializer().orElse(null) instanceof ObjectCreationExpr;
    }

    private void close(Resource resource, @Nullable Variable thrown) {
        Label closed = graph.label();
        if (!resource.isNeverNull()) {
            Label open = graph.label();
            graph.branch(resource.span(), new Test.IsNull(resource.value()), closed, open);
            graph.place(open, resource.span());
        }
        if (thrown == null) {
            closeCall(resource);
        } else {
            closeAfter(resource, thrown, closed);
        }
        graph.place(closed, resource.span().after());
    }

    /** An exception out of this close is added to the one that is under way. */
    private void closeAfter(Resource resource, Variable thrown, Label closed) {
        Handler outer = graph.handler();
        Clause clause = new Clause(Handler.Kind.RESOURCE, Exits.EVERYTHING, resource.statement(), null);
        graph.enter(new Handler(List.of(clause), outer), resource.span());
        closeCall(resource);
        graph.jump(closed, resource.span(), Jump.FALL_THROUGH);
        clause.setTarget(graph.begin(outer));
        Variable second = graph.variable("$suppressed", THROWABLE, Variable.Kind.CAUGHT);
        graph.add(new Op.CatchEntry(resource.span(), second, clause));
        graph.add(new Op.Call(
                resource.span(),
                resource.name(),
                Op.CallKind.IMPLICIT_SUPPRESS,
                ADD_SUPPRESSED,
                new Operand.Local(thrown),
                List.of(new Operand.Local(second)),
                List.of(),
                null,
                true));
    }

    private void closeCall(Resource resource) {
        Callee callee = function.resolver().closeOf(resource.value().type());
        graph.add(new Op.Call(
                resource.span(),
                resource.name(),
                Op.CallKind.IMPLICIT_CLOSE,
                callee,
                resource.value(),
                List.of(),
                List.of(),
                null,
                true));
    }

    void lower(SynchronizedStmt section) {
        Operand monitor = function.value(section.getExpression());
        Span place = spans.of(section.getExpression());
        monitor(section, section.getBody(), monitor, place, () -> function.lower(section.getBody()));
    }

    /**
     * Lowers a body under a monitor.
     *
     * @param whole the synchronized statement or method
     * @param place of the monitor in the text
     */
    void monitor(Node whole, Node bodyText, Operand monitor, Span place, Runnable body) {
        if (!graph.isReachable()) {
            return;
        }
        TryStatement statement = new TryStatement(spans.of(whole), spans.of(bodyText), null);
        graph.add(new Op.MonitorEnter(place, monitor));
        Finalizer finalizer = function.exits().pushFinalizer();
        Clause clause = new Clause(Handler.Kind.MONITOR, Exits.EVERYTHING, statement, null);
        graph.enter(new Handler(List.of(clause), finalizer.outer()), spans.of(bodyText));
        body.run();
        Span last = spans.lastCharacter(bodyText);
        function.exits().finish(finalizer, clause, place, last, thrown -> graph.add(new Op.MonitorExit(last, monitor)));
    }
}
