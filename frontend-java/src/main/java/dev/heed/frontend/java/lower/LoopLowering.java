package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator.Jump;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.lower.Exits.Breakable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops. The head is where every turn begins: where the condition is evaluated, or the body of one without a condition. */
final class LoopLowering {
    private final FunctionContext function;
    private final GraphBuilder graph;
    private final Exits exits;

    LoopLowering(FunctionContext function) {
        this.function = function;
        this.graph = function.graph();
        this.exits = function.exits();
    }

    void whileLoop(WhileStmt loop, List<String> labels) {
        Label after = graph.label();
        Label head = graph.placeHead(function.span(loop));
        condition(loop.getCondition(), after, loop.getBody());
        body(loop.getBody(), labels, after, head);
        graph.jump(head, end(loop.getBody()), Jump.LOOP_END);
        graph.place(after, end(loop));
    }

    void doLoop(DoStmt loop, List<String> labels) {
        Label after = graph.label();
        Label head = graph.placeHead(function.span(loop));
        Label check = graph.label();
        body(loop.getBody(), labels, after, check);
        graph.place(check, function.span(loop.getCondition()));
        if (graph.isReachable()) {
            Label again = graph.label();
            function.conditions().lower(loop.getCondition(), again, after);
            graph.place(again, function.span(loop.getCondition()));
            graph.jump(head, end(loop), Jump.LOOP_END);
        }
        graph.place(after, end(loop));
    }

    void forLoop(ForStmt loop, List<String> labels) {
        loop.getInitialization().forEach(function.expressions()::effect);
        Label after = graph.label();
        Label head = graph.placeHead(function.span(loop));
        condition(loop.getCompare().orElse(null), after, loop.getBody());
        boolean hasUpdate = !loop.getUpdate().isEmpty();
        Label next = hasUpdate ? graph.label() : head;
        body(loop.getBody(), labels, after, next);
        if (hasUpdate) {
            graph.place(next, function.span(loop.getUpdate().get(0)));
            loop.getUpdate().forEach(function.expressions()::effect);
        }
        graph.jump(head, end(loop.getBody()), Jump.LOOP_END);
        graph.place(after, end(loop));
    }

    void forEach(ForEachStmt loop, List<String> labels) {
        Operand elements = function.value(loop.getIterable());
        Label after = graph.label();
        Label head = graph.placeHead(function.span(loop));
        Label body = graph.label();
        graph.branch(function.span(loop.getIterable()), new Test.Opaque(elements), body, after);
        graph.place(body, function.span(loop.getBody()));
        VariableDeclarator declarator = loop.getVariableDeclarator();
        String type = declarator.getType().isVarType()
                ? ExpressionLowering.elementType(elements.type())
                : function.typeOf(declarator.getType());
        Variable variable = function.declare(declarator, declarator.getNameAsString(), type, Variable.Kind.LOCAL);
        graph.assign(function.span(declarator), variable, new Operand.Unknown(type));
        body(loop.getBody(), labels, after, head);
        graph.jump(head, end(loop.getBody()), Jump.LOOP_END);
        graph.place(after, end(loop));
    }

    private void condition(@Nullable Expression condition, Label after, Statement next) {
        if (condition == null || ConditionLowering.isTrue(condition)) {
            return;
        }
        Label body = graph.label();
        function.conditions().lower(condition, body, after);
        graph.place(body, function.span(next));
    }

    private void body(Statement body, List<String> labels, Label after, Label next) {
        exits.push(new Breakable(labels, exits.target(after), exits.target(next), null, true));
        function.lower(body);
        exits.pop();
    }

    private Span end(Statement statement) {
        return function.unit().spans().lastCharacter(statement);
    }
}
