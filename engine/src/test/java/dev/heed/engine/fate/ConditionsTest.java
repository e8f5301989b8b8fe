package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test.Compare;
import dev.heed.engine.ir.Test.InstanceOf;
import dev.heed.engine.ir.Test.IsNull;
import dev.heed.engine.ir.Test.IsTrue;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a condition on the path of a signal. */
class ConditionsTest {
    private static final Span SPAN = new Span(500, 1, 500, 2);

    private final IrBuilder code = new IrBuilder("C", "m");

    private static Operand local(Variable variable) {
        return new Operand.Local(variable);
    }

    @Test
    void aFlagSetInTheHandlerRestoresLater() {
        Variable flag = code.local("interrupted", "boolean");
        code.assign(flag, false);
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.assign(flag, true));
        code.ifFlag(flag, IrBuilder::restore, c -> {});
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.RESTORED);
    }

    @Test
    void theFlagSurvivesTheTurnsOfALoopAndAFinally() {
        Variable flag = code.local("interrupted", "boolean");
        code.assign(flag, false);
        code.tryFinally(
                c -> c.loop(l ->
                        l.tryCatch(t -> t.await().returns(), IrBuilder.INTERRUPTED, (h, e) -> h.assign(flag, true))),
                c -> c.ifFlag(flag, IrBuilder::restore, n -> {}));
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.RESTORED);
    }

    @Test
    void aFlagThatIsOverwrittenIsForgotten() {
        Variable flag = code.local("interrupted", "boolean");
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.assign(flag, true));
        code.op(new Op.Compute(SPAN, flag, "<", List.of()));
        code.ifFlag(flag, IrBuilder::restore, c -> {});
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactlyInAnyOrder(Fate.RESTORED, Fate.LOST);
    }

    @Test
    void theTypeOfTheSignalDecidesAGuard() {
        code.tryCatch(
                IrBuilder::await,
                "java.lang.Exception",
                (c, e) ->
                        c.branch(new InstanceOf(local(e), IrBuilder.INTERRUPTED), IrBuilder::restore, IrBuilder::log));
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.RESTORED);
    }

    @Test
    void aGuardForAnotherTypeLetsTheSignalPass() {
        code.tryCatch(
                IrBuilder::await,
                "java.lang.Exception",
                (c, e) ->
                        c.branch(new InstanceOf(local(e), "java.io.IOException"), IrBuilder::restore, IrBuilder::log));
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.LOST);
    }

    @Test
    void aSavedSignalIsNotNull() {
        Variable saved = code.local("failure", "java.lang.Exception");
        code.assign(saved, null);
        code.tryCatch(IrBuilder::await, "java.lang.Exception", (c, e) -> c.copy(saved, e));
        code.branch(new IsNull(local(saved)), IrBuilder::log, c -> c.rethrow(saved));
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.PROPAGATED);
    }

    @Test
    void aSavedExceptionMadeOfTheSignalIsNotNull() {
        Variable saved = code.local("failure", "java.lang.RuntimeException");
        code.assign(saved, null);
        code.tryCatch(
                IrBuilder::await,
                "java.lang.Exception",
                (c, e) -> c.copy(saved, c.make("java.lang.RuntimeException", local(e))));
        code.branch(new IsNull(local(saved)), IrBuilder::log, c -> c.rethrow(saved));
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.CONVERTED);
    }

    @Test
    void aNewObjectIsNoMoreWhatItsVariableWas() {
        Variable saved = code.local("failure", "java.lang.RuntimeException");
        MethodRef constructor = new MethodRef("java.lang.RuntimeException", "<init>", List.of());
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> {
            c.assign(saved, null);
            c.op(new Op.Call(
                    SPAN,
                    SPAN,
                    Op.CallKind.NEW,
                    IrBuilder.callee(constructor, "java.lang.RuntimeException", false),
                    null,
                    List.of(),
                    List.of(),
                    saved,
                    false));
            c.branch(new IsNull(local(saved)), IrBuilder::restore, IrBuilder::log);
        });
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).contains(Fate.LOST);
    }

    @Test
    void booleansAreCompared() {
        Variable flag = code.local("interrupted", "boolean");
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.assign(flag, true));
        code.branch(new Compare("==", local(flag), new Operand.Constant(true)), IrBuilder::restore, c -> {});
        code.branch(new Compare("!=", local(flag), new Operand.Constant(true)), IrBuilder::clear, c -> {});
        Function function = code.build();
        assertThat(Lab.fates(new Lab(function).analyze(function).signals().get(0)))
                .containsExactly(Fate.RESTORED);
    }

    @Test
    void anArgumentDecidesEveryTestOfTheHelper() {
        IrBuilder helper = new IrBuilder("C", "helper", "boolean");
        IsTrue test = new IsTrue(local(helper.parameter(0)));
        helper.branch(test, IrBuilder::log, c -> {}).branch(test, IrBuilder::restore, c -> {});
        code.tryCatch(
                IrBuilder::await,
                IrBuilder.INTERRUPTED,
                (c, e) -> c.callStatic(helper.ref(), List.of(new Operand.Constant(true))));
        Function function = code.build();
        assertThat(new Lab(helper.build(), function).fates(function)).containsExactly(Fate.RESTORED);
    }
}
