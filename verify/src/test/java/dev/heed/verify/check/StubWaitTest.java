package dev.heed.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.code.Claim;
import dev.heed.verify.code.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waits that only code outside of the program has: where it is declared to throw anything, a made-up stub stands for it. */
class StubWaitTest {
    private static final String CLASS = """
            public class A {
                public interface Pool { void give(Object o) %s; }
                static abstract class Base { abstract void give(Object o) %1$s; }
                static class Forwarding implements Pool {
                    private final Pool inner;
                    Forwarding(Pool inner) { this.inner = inner; }
                    public void give(Object o) %1$s { inner.give(o); }
                }
                private final Pool pool;
                private final Base base;
                public A(Pool pool, Base base) {
                    this.pool = pool;
                    this.base = base;
                }
                static void far(Object o) throws InterruptedException {
                    if ((o + "x").equals("secret")) {
                        Thread.sleep(1); // far
                    }
                }
                public void f(Object o) throws InterruptedException {
                    try {
                        %s; // wait
                    } catch (%s) { // caught
                        %s
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private Answer ask(String declared, String call, String caught, String handling) throws Exception {
        Compiled compiled = Compiled.of(directory, "A.java", CLASS.formatted(declared, call, caught, handling));
        return compiled.ask(compiled.swallowed("f"));
    }

    @Test
    void anInterruptComesOutOfAStub() throws Exception {
        Answer answer = ask("throws Exception", "pool.give(o)", "Exception e", "");
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.isSynthetic()).isTrue();
        assertThat(answer.witnesses().get(0).point().call()).isEqualTo("Pool.give");
    }

    @Test
    void andOfThatOfAnAbstractClass() throws Exception {
        Answer answer = ask("throws Throwable", "base.give(o)", "Throwable e", "");
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.isSynthetic()).isTrue();
    }

    @Test
    void whoHandsItOnIsRight() throws Exception {
        Answer answer = ask("throws Exception", "pool.give(o)", "Exception e", "Thread.currentThread().interrupt();");
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(answer.isSynthetic()).isTrue();
    }

    @Test
    void whereTheWaitIsNotReachedTheCallInBetweenIsAsGood() throws Exception {
        assertThat(passing("").verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(passing("").isSynthetic()).isTrue();
    }

    @Test
    void butItSaysNothingForANo() throws Exception {
        assertThat(passing("Thread.currentThread().interrupt();").obstacle()).isEqualTo(Obstacle.NOT_REACHED);
    }

    /** About an interrupt that a wait far away would deliver, and that the call hands on. */
    private Answer passing(String handling) throws Exception {
        Compiled compiled = Compiled.of(
                directory, "A.java", CLASS.formatted("throws Exception", "pool.give(o)", "Exception e", handling));
        Claim claim = compiled.claim("swallowed-by-broad-catch", "f", "// wait", "// caught");
        List<Claim.Lines> steps = new ArrayList<>(claim.steps());
        steps.add(
                0,
                compiled.claim(claim.rule(), "far", "// far", "// caught")
                        .steps()
                        .get(0));
        Located located = compiled.locate(new Claim(claim.rule(), claim.lines(), claim.function(), steps));
        return compiled.ask(((Located.Ready) located).question());
    }

    @Test
    void whatMayNotThrowItHasNone() throws Exception {
        Answer answer = ask("throws java.io.IOException", "pool.give(o)", "Exception e", "");
        assertThat(answer.verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }
}
