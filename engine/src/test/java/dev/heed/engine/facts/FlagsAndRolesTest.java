package dev.heed.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagsAndRolesTest {
    private static final FieldRef STOPPED = new FieldRef("C", "stopped", "boolean", false);
    private static final FieldRef OTHER = new FieldRef("C", "other", "boolean", false);
    private static final FieldRef WORKER = new FieldRef("C", "worker", IrBuilder.THREAD, false);

    private static IrBuilder interruptsWorker(IrBuilder code) {
        Operand worker = new Operand.Local(code.readField(WORKER));
        code.call(
                IrBuilder.callee(new MethodRef(IrBuilder.THREAD, "interrupt", List.of()), "void", false),
                worker,
                List.of(),
                false);
        return code;
    }

    @Test
    void aFieldWrittenByTheInterrupterIsAStopFlag() {
        IrBuilder stop = new IrBuilder("C", "stop").writeField(STOPPED, new Operand.Constant(true));
        Lab lab = new Lab(interruptsWorker(stop).build());
        assertThat(lab.facts().stopFlags().isStopFlag(STOPPED)).isTrue();
        assertThat(lab.facts().stopFlags().isStopFlag(OTHER)).isFalse();
    }

    @Test
    void aFieldWrittenByTheCallerOfTheInterrupterIsOne() {
        IrBuilder helper = interruptsWorker(new IrBuilder("C", "wake"));
        IrBuilder stop = new IrBuilder("C", "stop").writeField(STOPPED, new Operand.Constant(true));
        stop.callStatic(helper.ref(), List.of());
        Lab lab = new Lab(helper.build(), stop.build());
        assertThat(lab.facts().stopFlags().isStopFlag(STOPPED)).isTrue();
    }

    @Test
    void restoringTheOwnStatusStopsNobody() {
        IrBuilder code = new IrBuilder("C", "m").writeField(STOPPED, new Operand.Constant(true));
        Lab lab = new Lab(code.restore().build());
        assertThat(lab.facts().stopFlags().isStopFlag(STOPPED)).isFalse();
    }

    private static MethodRef thread(String... parameters) {
        return new MethodRef(IrBuilder.THREAD, MethodRef.CONSTRUCTOR, List.of(parameters));
    }

    private static Operand.FunctionRef lambda(Function function) {
        return new Operand.FunctionRef(function.ref(), "java.lang.Runnable", List.of(), false);
    }

    private static Function body(String owner, String name) {
        return new IrBuilder(owner, name).await().build();
    }

    @Test
    void aLambdaGivenToAThreadIsItsBody() {
        Function lambda = body("C", "lambda$1");
        IrBuilder code = new IrBuilder("C", "m");
        code.call(
                IrBuilder.callee(thread("java.lang.Runnable"), IrBuilder.THREAD, false),
                null,
                List.of(lambda(lambda)),
                true);
        assertThat(new Lab(lambda, code.build()).facts().roles(lambda)).containsExactly(Role.THREAD);
    }

    @Test
    void aLambdaKeptInAVariableFirstIsFoundToo() {
        Function lambda = body("C", "lambda$1");
        IrBuilder code = new IrBuilder("C", "m");
        var variable = code.local("work", "java.lang.Runnable");
        code.op(new dev.heed.engine.ir.Op.Assign(
                new dev.heed.engine.source.Span(9, 1, 9, 2), variable, lambda(lambda)));
        MethodRef execute = new MethodRef("java.util.concurrent.Executor", "execute", List.of("java.lang.Runnable"));
        code.call(
                IrBuilder.callee(execute, "void", false),
                new Operand.Unknown("java.util.concurrent.Executor"),
                List.of(new Operand.Local(variable)),
                false);
        assertThat(new Lab(lambda, code.build()).facts().roles(lambda)).containsExactly(Role.TASK);
    }

    @Test
    void aFunctionGivenToSomethingUnknownIsUnknown() {
        Function lambda = body("C", "lambda$1");
        IrBuilder code = new IrBuilder("C", "m")
                .callStatic(new MethodRef("lib.L", "later", List.of("?")), List.of(lambda(lambda)));
        assertThat(new Lab(lambda, code.build()).facts().roles(lambda)).containsExactly(Role.UNKNOWN);
    }

    @Test
    void theRunOfAThreadClassIsAThread() {
        Function run = body("Worker", "run");
        Function plain = body("Plain", "run");
        Lab lab = new Lab(run, plain).type("Worker", IrBuilder.THREAD).type("Plain", "java.lang.Object");
        assertThat(lab.facts().roles(run)).containsExactly(Role.THREAD);
        assertThat(lab.facts().roles(plain)).isEmpty();
    }

    @Test
    void aRunnableThatOnlyAThreadGetsIsAThreadAndElseATask() {
        Function run = body("Job", "run");
        Function other = body("OtherJob", "run");
        IrBuilder code = new IrBuilder("C", "m");
        var job = code.make("Job");
        code.call(
                IrBuilder.callee(thread("java.lang.Runnable"), IrBuilder.THREAD, false),
                null,
                List.of(new Operand.Local(job)),
                true);
        Lab lab = new Lab(run, other, code.build())
                .type("Job", "java.lang.Object", "java.lang.Runnable")
                .type("OtherJob", "java.lang.Object", "java.lang.Runnable");
        assertThat(lab.facts().roles(run)).containsExactly(Role.THREAD);
        assertThat(lab.facts().roles(other)).containsExactly(Role.TASK);
    }
}
