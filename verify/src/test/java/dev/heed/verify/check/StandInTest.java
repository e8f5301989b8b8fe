package dev.heed.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.code.Claim;
import dev.heed.verify.code.Claim.Lines;
import dev.heed.verify.code.Located;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls on the way that keep the wait from being reached are left out, and their answers made up. */
class StandInTest {
    private static final String CLASS = """
            import java.util.concurrent.*;
            public class A {
                static final class Config {
                    static int load(String s) { throw new IllegalArgumentException("no " + s); }
                    static void check(String s) { throw new IllegalStateException(s); }
                    static boolean isOn(String s) { return Math.sqrt(s.length()) == 4711; }
                    static String name(String s) { return System.getenv(s + "/heed/none"); }
                }
                static final class Unfit extends RuntimeException {
                    Unfit(Throwable cause) { super(cause); }
                }
                private static int wrapped(String s) {
                    try {
                        return Config.load(s);
                    } catch (IllegalArgumentException e) {
                        throw new Unfit(e);
                    }
                }
                public void f(String s, int n) throws Exception {
                    %s
                    try {
                        Thread.sleep(1); // wait
                    } catch (InterruptedException e) { // caught
                        %s
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private Answer ask(String before) throws Exception {
        return ask(before, "");
    }

    private Answer ask(String before, String caught) throws Exception {
        Compiled compiled = Compiled.of(directory, "A.java", CLASS.formatted(before, caught));
        return compiled.ask(compiled.swallowed("f"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int size = Config.load(s);
            Config.check(s); Config.load(s);
            int size = wrapped(s);
            if (!Config.isOn(s)) { return; }
            if (!s.concat("!").equals("secret")) { return; }
            if (Config.name(s).length() > 100) { return; }
            new CountDownLatch(1).await();
            try { new CountDownLatch(1).await(); } catch (InterruptedException e) { throw new Unfit(e); }
            String first = new LinkedBlockingQueue<String>().take();
            """)
    void whatIsInTheWayIsLeftOut(String before) throws Exception {
        Answer answer = ask(before);
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.isSynthetic()).isTrue();
        assertThat(ask(before)).isEqualTo(answer);
    }

    /** What the calls do that were left out may be what fails. */
    @Test
    void nothingFollowsWhereNothingFails() throws Exception {
        Answer answer = ask("int size = Config.load(s);", "Thread.currentThread().interrupt();");
        assertThat(answer.verdict()).isEqualTo(Verdict.UNCONFIRMED);
        assertThat(answer.obstacle()).isEqualTo(Obstacle.LEFT_OUT);
        assertThat(answer.reason()).contains("A.f(", "left out");
        assertThat(ask("", "Thread.currentThread().interrupt();").verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if (n >= 0) { throw new IllegalArgumentException(); } else if (n < 0) { throw new IllegalStateException(); }
            if (!Config.isOn(s)) { return; } else if (Config.isOn(s)) { return; }
            """)
    void whatContradictsItselfIsNotReached(String before) throws Exception {
        assertThat(ask(before).verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }

    @Test
    void theWayLeadsThroughTheCallsOfTheFindingsPath() throws Exception {
        String source = """
                public class A {
                    abstract static class Base { abstract void g() throws InterruptedException; }
                    static final class Impl extends Base {
                        int width;
                        void g() throws InterruptedException {
                            if (width == 4711) {
                                Thread.sleep(1); // wait
                            }
                        }
                    }
                    private final Base base = new Impl();
                    private long key = 2;
                    public void f() {
                        if (key != 815) {
                            return;
                        }
                        try {
                            base.g(); // call
                        } catch (InterruptedException e) { // caught
                        }
                    }
                }
                """;
        Compiled compiled = Compiled.of(directory, "A.java", source);
        Claim plain = compiled.claim("swallowed-interrupt", "f", "// wait", "// caught");
        Lines call = new Lines(plain.lines().path(), compiled.line("// call"), compiled.line("// call"));
        Claim claim = new Claim(
                plain.rule(), plain.lines(), "f", List.of(plain.steps().get(0), call, plain.lines()));
        Located located = compiled.locate(claim);
        assertThat(located).isInstanceOf(Located.Ready.class);
        Answer answer = compiled.ask(((Located.Ready) located).question());
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.isSynthetic()).isTrue();
    }
}
