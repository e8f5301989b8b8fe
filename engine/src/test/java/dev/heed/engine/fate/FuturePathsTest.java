package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of tasks whose bounded wait ends without them. */
class FuturePathsTest {
    private static final String POOL = "java.util.concurrent.ExecutorService";
    private static final String FUTURE = "java.util.concurrent.Future";
    private static final String TIMEOUT = "java.util.concurrent.TimeoutException";
    private static final String RUNNABLE = "java.lang.Runnable";

    private final IrBuilder code = new IrBuilder("C", "m", POOL, RUNNABLE);
    private final Variable task = code.local("task", FUTURE);

    private void submit() {
        Variable future = Objects.requireNonNull(code.call(
                IrBuilder.callee(new MethodRef(POOL, "submit", List.of(RUNNABLE)), FUTURE, false),
                new Operand.Local(code.parameter(0)),
                List.of(new Operand.Local(code.parameter(1))),
                true));
        code.copy(task, future);
    }

    private void get(IrBuilder c) {
        MethodRef get = new MethodRef(FUTURE, "get", List.of("long", "java.util.concurrent.TimeUnit"));
        c.call(
                IrBuilder.callee(get, "java.lang.Object", false, IrBuilder.INTERRUPTED, TIMEOUT),
                new Operand.Local(task),
                List.of(new Operand.Constant(1L), new Operand.Unknown("java.util.concurrent.TimeUnit")),
                false);
    }

    private void cancel(IrBuilder c) {
        c.call(
                IrBuilder.callee(new MethodRef(FUTURE, "cancel", List.of("boolean")), "boolean", false),
                new Operand.Local(task),
                List.of(new Operand.Constant(true)),
                false);
    }

    private List<FuturePaths.BoundedWait> waits() {
        Function function = code.build();
        FunctionFates fates = new Lab(function).analyze(function);
        assertThat(FuturePaths.concerns(fates)).isTrue();
        return FuturePaths.of(fates);
    }

    @Test
    void aHandlerLetsGo() {
        submit();
        code.tryCatch(this::get, TIMEOUT, (c, e) -> c.log());
        assertThat(waits()).singleElement().satisfies(wait -> {
            assertThat(wait.handle()).isEqualTo(task);
            assertThat(wait.timeout().abandoned()).isTrue();
            assertThat(wait.timeout().thrown()).isNull();
            assertThat(wait.timeout().stopped()).isFalse();
        });
    }

    @Test
    void theExceptionLeaves() {
        submit();
        get(code);
        assertThat(waits()).singleElement().satisfies(wait -> {
            assertThat(wait.timeout().abandoned()).isTrue();
            assertThat(wait.timeout().thrown()).isEqualTo(TIMEOUT);
            assertThat(wait.timeout().clause()).isNull();
        });
    }

    @Test
    void cancelledInFinally() {
        submit();
        code.tryFinally(this::get, this::cancel);
        assertThat(waits()).singleElement().satisfies(wait -> {
            assertThat(wait.timeout().abandoned()).isFalse();
            assertThat(wait.timeout().cancels()).isTrue();
            assertThat(wait.interrupt().abandoned()).isFalse();
        });
    }

    @Test
    void aFlagOfSuccessGuardsTheCancel() {
        Variable done = code.local("done", "boolean");
        code.assign(done, false);
        submit();
        code.tryFinally(
                c -> {
                    get(c);
                    c.assign(done, true);
                },
                c -> c.ifFlag(done, yes -> {}, this::cancel));
        assertThat(waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait.timeout().abandoned()).isFalse());
    }

    @Test
    void onlyTheTimeoutCancels() {
        submit();
        code.tryCatch(this::get, TIMEOUT, (c, e) -> cancel(c));
        assertThat(waits()).singleElement().satisfies(wait -> {
            assertThat(wait.timeout().cancels()).isTrue();
            assertThat(wait.timeout().abandoned()).isFalse();
            assertThat(wait.interrupt().abandoned()).isTrue();
            assertThat(wait.interrupt().stopped()).isFalse();
        });
    }

    @Test
    void aStoredHandleHasAnotherOwner() {
        submit();
        code.writeField(new FieldRef("C", "last", FUTURE, false), new Operand.Local(task));
        get(code);
        assertThat(waits()).isEmpty();
    }

    @Test
    void somethingElseThatIsStoppedMayEndTheTask() {
        submit();
        code.tryCatch(this::get, TIMEOUT, (c, e) -> c.unresolved("destroyProcess"));
        assertThat(waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait.timeout().stopped()).isTrue());
    }
}
