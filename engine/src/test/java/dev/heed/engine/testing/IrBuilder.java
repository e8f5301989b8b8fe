package dev.heed.engine.testing;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a function as a front end lowers it: statements in, blocks out; a finally block is copied for every way out. Each
 * statement stands on a line of its own, a copied one on the same line in each copy.
 */
public final class IrBuilder {
    public static final String INTERRUPTED = "java.lang.InterruptedException";
    public static final String THREAD = "java.lang.Thread";

    /** Some statements. */
    public interface Body extends Consumer<IrBuilder> {}

    /** The statements of a catch clause, which see its parameter. */
    public interface CatchBody {
        void accept(IrBuilder code, Variable caught);
    }

    /** A catch clause. */
    public record Catch(List<String> types, CatchBody body) {}

    /** What a jump out of the current statement passes: the finally of a try, or a loop that it may leave. */
    private record Scope(
            @Nullable Body finalizer,
            int line,
            @Nullable Handler outside,
            @Nullable Block breakTarget,
            @Nullable Block continueTarget) {}

    private final MethodRef ref;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Variable> parameters = new ArrayList<>();
    private final List<String> declaredThrows = new ArrayList<>();
    private final List<MethodRef> overrides = new ArrayList<>();
    private final List<String> annotations = new ArrayList<>();
    private final Set<Function.Modifier> modifiers = EnumSet.noneOf(Function.Modifier.class);
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private Function.Kind kind = Function.Kind.METHOD;
    private boolean overridable;
    private FakeSource file = new FakeSource("Test.java");
    private @Nullable Handler handler;
    private Block current;
    private int line = 1;
    private int finallies;

    public IrBuilder(String owner, String name, String... parameterTypes) {
        ref = new MethodRef(owner, name, List.of(parameterTypes));
        for (int i = 0; i < parameterTypes.length; i++) {
            parameters.add(variable("p" + i, parameterTypes[i], Variable.Kind.PARAMETER));
        }
        current = block();
    }

    // The function itself.

    public MethodRef ref() {
        return ref;
    }

    public Variable parameter(int index) {
        return parameters.get(index);
    }

    public IrBuilder kind(Function.Kind newKind) {
        kind = newKind;
        return this;
    }

    public IrBuilder modifier(Function.Modifier modifier) {
        modifiers.add(modifier);
        return this;
    }

    public IrBuilder annotation(String name) {
        annotations.add(name);
        return this;
    }

    public IrBuilder declares(String type) {
        declaredThrows.add(type);
        return this;
    }

    public IrBuilder overrides(MethodRef overridden) {
        overrides.add(overridden);
        return this;
    }

    public IrBuilder overridable() {
        overridable = true;
        return this;
    }

    public IrBuilder file(String path) {
        file = new FakeSource(path);
        return this;
    }

    /** Ends the function; a path that falls off its end returns. */
    public Function build() {
        end(new Terminator.Return(span(), null));
        Span all = new Span(1, 1, 1_000_000, 1);
        Span name = new Span(1, 1, 1, 2);
        return new Function(
                ref,
                kind,
                ref.name(),
                file,
                all,
                name,
                all,
                null,
                modifiers,
                annotations,
                parameters,
                variables,
                "void",
                declaredThrows,
                blocks,
                null,
                overrides,
                overridable);
    }

    // Variables, blocks, places.

    public Variable variable(String name, String type, Variable.Kind variableKind) {
        Variable made = new Variable(variables.size(), name, type, variableKind);
        variables.add(made);
        return made;
    }

    public Variable local(String name, String type) {
        return variable(name, type, Variable.Kind.LOCAL);
    }

    private Variable temporary(String type) {
        return variable("t" + variables.size(), type, Variable.Kind.TEMPORARY);
    }

    public Block current() {
        return current;
    }

    public List<Block> blocks() {
        return blocks;
    }

    private Block block() {
        Block made = new Block(blocks.size(), handler);
        blocks.add(made);
        return made;
    }

    private Span span() {
        int here = line++;
        return new Span(here, 1, here, 5);
    }

    private void end(Terminator terminator) {
        if (!current.isTerminated()) {
            current.terminate(terminator);
        }
    }

    private void jump(Block target) {
        end(new Terminator.Goto(span(), target, Terminator.Jump.FALL_THROUGH));
    }

    // Statements.

    public IrBuilder op(Op op) {
        if (current.isTerminated()) {
            current = block(); // code that is never reached
        }
        current.add(op);
        return this;
    }

    /** A call with all that can be said of it. */
    public @Nullable Variable call(
            Callee callee, @Nullable Operand receiver, List<Operand> arguments, boolean wantsResult) {
        Variable result = wantsResult ? temporary(callee.returnType()) : null;
        Span span = span();
        Op.CallKind call = callee.isConstructor() ? Op.CallKind.NEW : Op.CallKind.METHOD;
        op(new Op.Call(span, span, call, callee, receiver, arguments, List.of(), result, !wantsResult));
        return result;
    }

    public static Callee callee(MethodRef ref, String returnType, boolean isStatic, String... throwsTypes) {
        return new Callee(
                ref.name(), ref.owner(), List.of(ref), List.of(throwsTypes), returnType, isStatic, Confidence.RESOLVED);
    }

    /** A static call of something that waits, and says so by its signature. */
    public IrBuilder await() {
        call(
                callee(new MethodRef("test.Points", "await", List.of()), "void", true, INTERRUPTED),
                null,
                List.of(),
                false);
        return this;
    }

    /** A static call of something that may throw the types given, and nothing is known of it beyond. */
    public IrBuilder invoke(String name, String... throwsTypes) {
        call(callee(new MethodRef("test.Points", name, List.of()), "void", true, throwsTypes), null, List.of(), false);
        return this;
    }

    /** A call of which only the name is known. */
    public IrBuilder unresolved(String name) {
        Callee callee = new Callee(name, "?", List.of(), List.of(), "?", false, Confidence.UNRESOLVED);
        call(callee, null, List.of(), false);
        return this;
    }

    /** A static call of a function of the project. */
    public IrBuilder callStatic(MethodRef target, List<Operand> arguments, String... throwsTypes) {
        call(callee(target, "void", true, throwsTypes), null, arguments, false);
        return this;
    }

    private Operand currentThread() {
        Callee callee = callee(new MethodRef(THREAD, "currentThread", List.of()), THREAD, true);
        return new Operand.Local(java.util.Objects.requireNonNull(call(callee, null, List.of(), true)));
    }

    /** {@code Thread.currentThread().interrupt()}. */
    public IrBuilder restore() {
        Operand thread = currentThread();
        call(callee(new MethodRef(THREAD, "interrupt", List.of()), "void", false), thread, List.of(), false);
        return this;
    }

    /** {@code Thread.interrupted();} */
    public IrBuilder clear() {
        call(callee(new MethodRef(THREAD, "interrupted", List.of()), "boolean", true), null, List.of(), false);
        return this;
    }

    /** {@code if (Thread.interrupted())}. */
    public IrBuilder ifPolled(Body yes, Body no) {
        Callee callee = callee(new MethodRef(THREAD, "interrupted", List.of()), "boolean", true);
        Variable result = java.util.Objects.requireNonNull(call(callee, null, List.of(), true));
        return branch(new Test.IsTrue(new Operand.Local(result)), yes, no);
    }

    /** {@code if (Thread.currentThread().isInterrupted())}. */
    public IrBuilder ifInterrupted(Body yes, Body no) {
        Operand thread = currentThread();
        Callee callee = callee(new MethodRef(THREAD, "isInterrupted", List.of()), "boolean", false);
        Variable result = java.util.Objects.requireNonNull(call(callee, thread, List.of(), true));
        return branch(new Test.IsTrue(new Operand.Local(result)), yes, no);
    }

    /** Writes a log that says something. */
    public IrBuilder log() {
        String logger = "java.util.logging.Logger";
        Callee callee = callee(new MethodRef(logger, "warning", List.of("java.lang.String")), "void", false);
        call(callee, new Operand.Unknown(logger), List.of(new Operand.Constant("text")), false);
        return this;
    }

    public IrBuilder assign(Variable target, @Nullable Object value) {
        return op(new Op.Assign(span(), target, new Operand.Constant(value)));
    }

    public IrBuilder copy(Variable target, Variable source) {
        return op(new Op.Assign(span(), target, new Operand.Local(source)));
    }

    public IrBuilder writeField(FieldRef field, Operand value) {
        return op(new Op.FieldWrite(span(), new Operand.This(field.owner()), field, value));
    }

    public Variable readField(FieldRef field) {
        Variable target = temporary(field.type());
        op(new Op.FieldRead(span(), target, new Operand.This(field.owner()), field));
        return target;
    }

    /** {@code new T(arguments)}. */
    public Variable make(String type, Operand... arguments) {
        MethodRef constructor = new MethodRef(type, MethodRef.CONSTRUCTOR, List.of());
        Callee callee = callee(constructor, type, false);
        return java.util.Objects.requireNonNull(call(callee, null, List.of(arguments), true));
    }

    public IrBuilder throwNew(String type, Operand... arguments) {
        return rethrow(make(type, arguments));
    }

    public IrBuilder rethrow(Variable value) {
        end(new Terminator.Throw(span(), new Operand.Local(value), false));
        return this;
    }

    public IrBuilder branch(Test test, Body yes, Body no) {
        if (current.isTerminated()) {
            current = block();
        }
        Block ifTrue = block();
        Block ifFalse = block();
        Block after = block();
        end(new Terminator.Branch(span(), test, ifTrue, ifFalse));
        current = ifTrue;
        yes.accept(this);
        jump(after);
        current = ifFalse;
        no.accept(this);
        jump(after);
        current = after;
        return this;
    }

    public IrBuilder maybe(Body yes, Body no) {
        return branch(new Test.Opaque(null), yes, no);
    }

    public IrBuilder ifFlag(Variable flag, Body yes, Body no) {
        return branch(new Test.IsTrue(new Operand.Local(flag)), yes, no);
    }

    /** {@code while (test)}, or for ever without one. */
    public IrBuilder loop(@Nullable Test test, Body body) {
        if (current.isTerminated()) {
            current = block();
        }
        Block head = block();
        Block first = block();
        Block after = block();
        Span here = span();
        head.markLoopHead(here);
        jump(head);
        current = head;
        end(
                test == null
                        ? new Terminator.Goto(here, first, Terminator.Jump.FALL_THROUGH)
                        : new Terminator.Branch(here, test, first, after));
        scopes.push(new Scope(null, 0, handler, after, head));
        current = first;
        body.accept(this);
        end(new Terminator.Goto(span(), head, Terminator.Jump.LOOP_END));
        scopes.pop();
        current = after;
        return this;
    }

    public IrBuilder loop(Body body) {
        return loop(null, body);
    }

    /** Whether the code written now stands in a loop. */
    public boolean inLoop() {
        return scopes.stream().anyMatch(scope -> scope.breakTarget() != null);
    }

    public IrBuilder breakLoop() {
        leave(true);
        return this;
    }

    public IrBuilder continueLoop() {
        leave(false);
        return this;
    }

    private void leave(boolean breaks) {
        List<Scope> passed = new ArrayList<>();
        for (Scope scope : scopes) {
            if (scope.breakTarget() != null && scope.continueTarget() != null) {
                finish(passed);
                Block target = breaks ? scope.breakTarget() : scope.continueTarget();
                end(new Terminator.Goto(span(), target, breaks ? Terminator.Jump.BREAK : Terminator.Jump.CONTINUE));
                return;
            }
            passed.add(scope);
        }
        throw new IllegalStateException("not in a loop");
    }

    public IrBuilder returns() {
        return returns(null);
    }

    public IrBuilder returns(@Nullable Operand value) {
        Span span = span();
        finish(List.copyOf(scopes));
        end(new Terminator.Return(span, value));
        return this;
    }

    /** Copies of the finally blocks that a jump passes, each under the handlers around its try. */
    private void finish(List<Scope> passed) {
        Handler before = handler;
        List<Scope> all = new ArrayList<>(scopes);
        for (Scope scope : passed) {
            scopes.pop();
            if (scope.finalizer() != null) {
                handler = scope.outside();
                copy(scope);
            }
        }
        scopes.clear();
        all.forEach(scopes::addLast);
        handler = before;
    }

    private void copy(Scope scope) {
        Body finalizer = java.util.Objects.requireNonNull(scope.finalizer());
        Block first = block();
        jump(first);
        current = first;
        int saved = line;
        line = scope.line();
        finalizer.accept(this);
        line = saved;
    }

    public IrBuilder tryCatch(Body body, String type, CatchBody handlerBody) {
        return tryStatement(body, List.of(new Catch(List.of(type), handlerBody)), null);
    }

    public IrBuilder tryFinally(Body body, Body finalizer) {
        return tryStatement(body, List.of(), finalizer);
    }

    public IrBuilder tryStatement(Body body, List<Catch> catches, @Nullable Body finalizer) {
        Handler outside = handler;
        Span place = span();
        Handler.TryStatement statement = new Handler.TryStatement(place, place, finalizer == null ? null : place);
        List<Handler.Clause> clauses = new ArrayList<>();
        for (Catch each : catches) {
            clauses.add(new Handler.Clause(Handler.Kind.CATCH, each.types(), statement, null));
        }
        Scope scope = null;
        Handler.Clause last = null;
        Handler aroundCatches = outside;
        if (finalizer != null) {
            scope = new Scope(finalizer, 1000 * ++finallies, outside, null, null);
            last = new Handler.Clause(Handler.Kind.FINALLY, List.of("java.lang.Throwable"), statement, null);
            clauses.add(last);
            aroundCatches = new Handler(List.of(last), outside);
            scopes.push(scope);
        }
        List<Block> ends = new ArrayList<>();
        handler = new Handler(clauses, outside);
        Block first = block();
        jump(first);
        current = first;
        body.accept(this);
        ends.add(current);
        for (int i = 0; i < catches.size(); i++) {
            handler = aroundCatches;
            Catch each = catches.get(i);
            String type = each.types().size() == 1 ? each.types().get(0) : "java.lang.Exception";
            Variable caught = variable("e" + variables.size(), type, Variable.Kind.CAUGHT);
            enter(clauses.get(i), caught);
            each.body().accept(this, caught);
            ends.add(current);
        }
        if (scope != null && last != null) {
            scopes.pop();
            handler = outside;
            Variable caught = variable("$thrown" + variables.size(), "java.lang.Throwable", Variable.Kind.CAUGHT);
            enter(last, caught);
            copy(scope);
            end(new Terminator.Throw(place, new Operand.Local(caught), true));
        }
        handler = outside;
        join(ends, scope);
        return this;
    }

    private void enter(Handler.Clause clause, Variable caught) {
        current = block();
        clause.setTarget(current);
        op(new Op.CatchEntry(span(), caught, clause));
    }

    /** The normal way out of the parts of a try, each through its finally. */
    private void join(List<Block> ends, @Nullable Scope scope) {
        Block after = block();
        for (Block each : ends) {
            if (!each.isTerminated()) {
                current = each;
                if (scope != null) {
                    copy(scope);
                }
                jump(after);
            }
        }
        current = after;
    }
}
