package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.lower.Exits.Breakable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements to blocks. Statements that control cannot get to are left out, as javac does. */
final class StatementLowering {
    private static final String ASSERTION_ERROR = "java.lang.AssertionError";

    private final FunctionContext function;
    private final GraphBuilder graph;
    private final Exits exits;
    private final LoopLowering loops;
    private final SwitchLowering switches;
    private final TryLowering tries;
    private final ClosureLowering closures;
    private final CallLowering calls;

    StatementLowering(FunctionContext function) {
        this.function = function;
        this.graph = function.graph();
        this.exits = function.exits();
        this.loops = new LoopLowering(function);
        this.switches = new SwitchLowering(function);
        this.tries = new TryLowering(function);
        this.closures = new ClosureLowering(function);
        this.calls = new CallLowering(function, closures);
    }

    SwitchLowering switches() {
        return switches;
    }

    TryLowering tries() {
        return tries;
    }

    void lower(Statement statement) {
        lower(statement, List.of());
    }

    private void lower(Statement statement, List<String> labels) {
        if (statement instanceof LocalClassDeclarationStmt local) {
            closures.localType(local.getClassDeclaration());
        } else if (statement instanceof LocalRecordDeclarationStmt local) {
            closures.localType(local.getRecordDeclaration());
        } else if (!graph.isReachable() || statement instanceof EmptyStmt) {
            return;
        } else if (statement instanceof ExpressionStmt plain) {
            function.expressions().effect(plain.getExpression());
        } else if (statement instanceof BlockStmt block) {
            block(block, labels);
        } else if (statement instanceof IfStmt choice) {
            ifThenElse(choice, labels);
        } else if (statement instanceof ReturnStmt end) {
            doReturn(end);
        } else if (statement instanceof ThrowStmt end) {
            graph.terminate(new Terminator.Throw(span(end), function.value(end.getExpression()), false));
        } else if (statement instanceof TryStmt attempt) {
            labelled(attempt, labels, () -> tries.lower(attempt));
        } else if (statement instanceof LabeledStmt labelled) {
            List<String> all = new ArrayList<>(labels);
            all.add(labelled.getLabel().getIdentifier());
            lower(labelled.getStatement(), all);
        } else {
            jumpOrLoop(statement, labels);
        }
    }

    private void jumpOrLoop(Statement statement, List<String> labels) {
        if (statement instanceof ForEachStmt loop) {
            loops.forEach(loop, labels);
        } else if (statement instanceof ForStmt loop) {
            loops.forLoop(loop, labels);
        } else if (statement instanceof WhileStmt loop) {
            loops.whileLoop(loop, labels);
        } else if (statement instanceof DoStmt loop) {
            loops.doLoop(loop, labels);
        } else if (statement instanceof SwitchStmt choice) {
            switches.statement(choice, labels);
        } else if (statement instanceof BreakStmt jump) {
            exits.doBreak(
                    span(jump), jump.getLabel().map(l -> l.getIdentifier()).orElse(null));
        } else if (statement instanceof ContinueStmt jump) {
            exits.doContinue(
                    span(jump), jump.getLabel().map(l -> l.getIdentifier()).orElse(null));
        } else if (statement instanceof YieldStmt jump) {
            exits.doYield(span(jump), function.value(jump.getExpression()));
        } else if (statement instanceof SynchronizedStmt section) {
            labelled(section, labels, () -> tries.lower(section));
        } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
            calls.chain(call);
        } else if (statement instanceof AssertStmt check) {
            check(check);
        } else {
            // What could not be parsed, and any statement that a later version of the language adds.
            graph.terminate(new Terminator.Unreachable(span(statement)));
        }
    }

    private Span span(Statement statement) {
        return function.span(statement);
    }

    private void block(BlockStmt block, List<String> labels) {
        labelled(block, labels, () -> function.lowerAll(block.getStatements()));
    }

    /** A statement that only a break with its label leaves. */
    private void labelled(Statement statement, List<String> labels, Runnable body) {
        if (labels.isEmpty()) {
            body.run();
            return;
        }
        Label after = graph.label();
        exits.push(new Breakable(labels, exits.target(after), null, null, false));
        body.run();
        exits.pop();
        graph.place(after, function.unit().spans().lastCharacter(statement));
    }

    private void ifThenElse(IfStmt choice, List<String> labels) {
        labelled(choice, labels, () -> {
            Label yes = graph.label();
            Label no = graph.label();
            Label after = choice.getElseStmt().isPresent() ? graph.label() : no;
            function.conditions().lower(choice.getCondition(), yes, no);
            graph.place(yes, span(choice.getThenStmt()));
            lower(choice.getThenStmt());
            Span end = function.unit().spans().lastCharacter(choice.getThenStmt());
            choice.getElseStmt().ifPresent(other -> {
                graph.jump(after, end, Terminator.Jump.FALL_THROUGH);
                graph.place(no, span(other));
                lower(other);
            });
            graph.place(after, function.unit().spans().lastCharacter(choice));
        });
    }

    private void doReturn(ReturnStmt end) {
        @Nullable Operand value = end.getExpression().map(function::value).orElse(null);
        exits.doReturn(span(end), value);
    }

    /** As JLS 14.10: nothing is evaluated unless assertions are enabled, which is not known here. */
    private void check(AssertStmt check) {
        Span span = span(check);
        Label enabled = graph.label();
        Label failed = graph.label();
        Label after = graph.label();
        graph.branch(span, new Test.Opaque(null), enabled, after);
        graph.place(enabled, span);
        function.conditions().lower(check.getCheck(), after, failed);
        graph.place(failed, span);
        if (graph.isReachable()) {
            List<Operand> detail =
                    check.getMessage().map(function::value).map(List::of).orElse(List.of());
            MethodRef constructor = new MethodRef(
                    ASSERTION_ERROR, MethodRef.CONSTRUCTOR, detail.isEmpty() ? List.of() : List.of("java.lang.Object"));
            Callee callee = new Callee(
                    MethodRef.CONSTRUCTOR,
                    ASSERTION_ERROR,
                    List.of(constructor),
                    List.of(),
                    ASSERTION_ERROR,
                    false,
                    Confidence.RESOLVED);
            Variable error = graph.temporary(ASSERTION_ERROR);
            graph.add(new Op.Call(span, span, Op.CallKind.NEW, callee, null, detail, List.of(), error, false));
            graph.terminate(new Terminator.Throw(span, new Operand.Local(error), true));
        }
        graph.place(after, span.after());
    }

    /** Declares local variables. */
    void declare(VariableDeclarationExpr declaration) {
        for (VariableDeclarator declarator : declaration.getVariables()) {
            declare(declarator);
        }
    }

    Variable declare(VariableDeclarator declarator) {
        Expression initializer = declarator.getInitializer().orElse(null);
        Variable variable = function.declare(
                declarator,
                declarator.getNameAsString(),
                function.declaredType(declarator.getType(), initializer),
                Variable.Kind.LOCAL);
        if (initializer != null) {
            function.expressions().into(variable, initializer, span(declarator));
        }
        return variable;
    }

    private Span span(VariableDeclarator declarator) {
        return function.span(declarator);
    }
}
