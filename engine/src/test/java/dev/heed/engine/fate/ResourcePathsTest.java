package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test.IsTrue;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What signals do to locks and permits on their way. */
class ResourcePathsTest {
    private static final String LOCK = "java.util.concurrent.locks.ReentrantLock";
    private static final String SEMAPHORE = "java.util.concurrent.Semaphore";
    private static final FieldRef FIELD = new FieldRef("C", "lock", LOCK, false);
    private static final FieldRef PERMITS = new FieldRef("C", "permits", SEMAPHORE, false);

    private final IrBuilder code = new IrBuilder("C", "m");

    private static void call(IrBuilder c, FieldRef field, String name, Operand... arguments) {
        Variable receiver = c.readField(field);
        List<String> types = List.of(arguments).stream().map(argument -> "int").toList();
        boolean waits = name.equals("lockInterruptibly") || name.equals("acquire");
        c.call(
                IrBuilder.callee(
                        new MethodRef(field.type(), name, types),
                        "void",
                        false,
                        waits ? new String[] {IrBuilder.INTERRUPTED} : new String[0]),
                new Operand.Local(receiver),
                List.of(arguments),
                false);
    }

    private static void lock(IrBuilder c) {
        call(c, FIELD, "lock");
    }

    private static void unlock(IrBuilder c) {
        call(c, FIELD, "unlock");
    }

    private static List<ResourcePaths.Leak> leaks(Function... functions) {
        Lab lab = new Lab(functions);
        return ResourcePaths.of(lab.analyze(functions[functions.length - 1])).leaks();
    }

    private List<ResourcePaths.UnheldRelease> unheld() {
        Function function = code.build();
        return ResourcePaths.of(new Lab(function).analyze(function)).unheldReleases();
    }

    @Test
    void aWaitBetweenLockAndUnlockLeaks() {
        lock(code);
        code.await();
        unlock(code);
        assertThat(leaks(code.build())).singleElement().satisfies(leak -> {
            assertThat(leak.resource()).isEqualTo("lock");
            assertThat(leak.delivery().by()).isEqualTo("await");
            assertThat(leak.thrown()).isEqualTo(IrBuilder.INTERRUPTED);
            assertThat(leak.release().callee().name()).isEqualTo("unlock");
        });
    }

    @Test
    void aReleaseInFinallyDoesNot() {
        lock(code);
        code.tryFinally(IrBuilder::await, ResourcePathsTest::unlock);
        assertThat(leaks(code.build())).isEmpty();
    }

    @Test
    void aHandlerThatReturnsLeaks() {
        lock(code);
        code.tryCatch(
                IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.restore().returns());
        unlock(code);
        assertThat(leaks(code.build()))
                .singleElement()
                .satisfies(leak -> assertThat(leak.thrown()).isNull());
    }

    @Test
    void aHandlerThatGoesOnToTheReleaseDoesNot() {
        lock(code);
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.restore());
        unlock(code);
        assertThat(leaks(code.build())).isEmpty();
    }

    @Test
    void aHelperThatReleasesCounts() {
        IrBuilder helper = new IrBuilder("C", "leave");
        unlock(helper);
        Function leave = helper.build();
        lock(code);
        code.tryFinally(
                IrBuilder::await,
                c -> c.call(IrBuilder.callee(leave.ref(), "void", false), new Operand.This("C"), List.of(), false));
        assertThat(leaks(leave, code.build())).isEmpty();
    }

    @Test
    void whoReturnsWithTheLockMeansTo() {
        lock(code);
        code.await();
        code.maybe(ResourcePathsTest::unlock, c -> {});
        assertThat(leaks(code.build())).isEmpty();
    }

    @Test
    void whoIsCalledWithTheLockMeansTo() {
        unlock(code);
        lock(code);
        code.await();
        unlock(code);
        assertThat(leaks(code.build())).isEmpty();
    }

    @Test
    void aFailedTryLockHoldsNothing() {
        Variable receiver = code.readField(FIELD);
        Variable locked = Objects.requireNonNull(code.call(
                IrBuilder.callee(new MethodRef(LOCK, "tryLock", List.of()), "boolean", false),
                new Operand.Local(receiver),
                List.of(),
                true));
        code.branch(
                new IsTrue(new Operand.Local(locked)),
                yes -> {
                    unlock(yes);
                    yes.returns();
                },
                IrBuilder::await);
        assertThat(leaks(code.build())).isEmpty();
    }

    @Test
    void tooManyWaysAreSilent() {
        lock(code);
        List<Variable> flags = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Variable flag = code.local("flag" + i, "boolean");
            flags.add(flag);
            code.maybe(yes -> yes.assign(flag, true), no -> no.assign(flag, false));
        }
        code.await();
        flags.forEach(flag -> code.ifFlag(flag, IrBuilder::log, no -> {}));
        unlock(code);
        assertThat(leaks(code.build())).isEmpty();
    }

    @Test
    void anInterruptedAcquireIsReleasedInFinally() {
        code.tryFinally(c -> call(c, FIELD, "lockInterruptibly"), ResourcePathsTest::unlock);
        assertThat(unheld()).singleElement().satisfies(release -> {
            assertThat(release.kind()).isEqualTo("lock");
            assertThat(release.release().callee().name()).isEqualTo("unlock");
        });
    }

    @Test
    void aFlagGuardsTheRelease() {
        Variable held = code.local("held", "boolean");
        code.assign(held, false);
        code.tryFinally(
                c -> {
                    call(c, FIELD, "lockInterruptibly");
                    c.assign(held, true);
                },
                c -> c.ifFlag(held, ResourcePathsTest::unlock, no -> {}));
        assertThat(unheld()).isEmpty();
    }

    @Test
    void aSecondAcquireIsCoveredByTheFirst() {
        lock(code);
        code.tryFinally(c -> call(c, FIELD, "lockInterruptibly"), ResourcePathsTest::unlock);
        assertThat(unheld()).isEmpty();
    }

    @Test
    void onlyAsManyPermitsAsWereTakenAreCompared() {
        Variable taken = code.local("taken", "int");
        code.assign(taken, 0);
        code.tryFinally(
                c -> {
                    call(c, PERMITS, "acquire");
                    c.assign(taken, 1);
                },
                c -> call(c, PERMITS, "release", new Operand.Local(taken)));
        assertThat(unheld()).isEmpty();
    }

    @Test
    void aPermitIsReleasedThatWasNeverTaken() {
        code.tryFinally(c -> call(c, PERMITS, "acquire"), c -> call(c, PERMITS, "release"));
        assertThat(unheld())
                .singleElement()
                .satisfies(release -> assertThat(release.kind()).isEqualTo("permit"));
    }
}
