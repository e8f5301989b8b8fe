package dev.heed.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.witness.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What running code says to a finding, and why it says nothing. */
class CheckTest {
    private static final String WAIT = """
                    try {
                        Thread.sleep(1); // wait
                    } catch (InterruptedException e) { // caught
                        %s
                    }
            """;

    @TempDir
    private Path directory;

    private Answer ask(String source, String function) throws IOException, InterruptedException {
        Compiled compiled = Compiled.of(directory, "A.java", source);
        return compiled.ask(compiled.swallowed(function));
    }

    private static String method(String head, String handler) {
        return head + " {\n" + WAIT.formatted(handler) + "}\n";
    }

    @Test
    void swallowingIsConfirmed() throws Exception {
        Answer answer = ask("public class A { " + method("public void f(int n)", "") + "}", "f");
        assertThat(answer.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.driven()).isEqualTo("A.f(int)");
        assertThat(answer.isSynthetic()).isFalse();
        assertThat(answer.witnesses()).singleElement().satisfies(witness -> {
            assertThat(witness.property()).isEqualTo(Property.SWALLOWED);
            assertThat(witness.text()).contains("caught: java.lang.InterruptedException");
        });
    }

    @Test
    void restoringIsNotReproduced() throws Exception {
        String restore = "Thread.currentThread().interrupt();";
        Answer answer = ask("public class A { " + method("public void f()", restore) + "}", "f");
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(answer.driven()).isEqualTo("A.f()");
    }

    @Test
    void anotherHandlerOfTheSameWaitIsNoWitness() throws Exception {
        String source = """
                public class A {
                    public void f(boolean restores) {
                        try {
                            try {
                                Thread.sleep(1); // wait
                            } catch (InterruptedException e) {
                                if (restores) {
                                    throw e;
                                }
                            }
                        } catch (InterruptedException e) { // caught
                            Thread.currentThread().interrupt();
                        }
                    }
                }
                """;
        Answer answer = ask(source, "f");
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void aPrivateMethodIsReachedThroughItsCaller() throws Exception {
        Answer answer =
                ask("public class A { " + method("private void f()", "") + "public void caller() { f(); } }", "f");
        assertThat(answer.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.driven()).isEqualTo("A.caller()");
    }

    @Test
    void aPrivateMethodThatNobodyCallsIsCalledItself() throws Exception {
        Answer answer = ask("public class A { " + method("private void f()", "") + "}", "f");
        assertThat(answer.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.driven()).isEqualTo("A.f()");
    }

    @Test
    void aTaskMayEndWithItsThread() throws Exception {
        String source = "public class A { private final java.util.List<Runnable> later = new java.util.ArrayList<>();\n"
                + "public void f() { later.add(() -> {\n" + WAIT.formatted("") + "}); } }";
        assertThat(ask(source, "lambda in f").verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void whereNoConstructorWorksAnObjectIsAllocated() throws Exception {
        String source = "public class A { private final java.util.concurrent.Semaphore ready;\n"
                + "public A(java.util.function.Supplier<String> name) { throw new IllegalStateException(); }\n"
                + "public void f() { try { ready.acquire(); // wait\n"
                + "} catch (InterruptedException e) { // caught\n } } }";
        Answer answer = ask(source.replace("private final", "private"), "f");
        assertThat(answer.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.isSynthetic()).isTrue();
    }

    @Test
    void aWaitBehindAnExceptionIsNotReached() throws Exception {
        String source = "public class A { "
                + method("public void f(String s)", "")
                        .replace(
                                "{\n",
                                "{\nif (!(s + s).equals(\"secret\")) throw new IllegalArgumentException(\"no\");\n")
                + "}";
        Answer answer = ask(source, "f");
        assertThat(answer.obstacle()).isEqualTo(Obstacle.NOT_REACHED);
        assertThat(answer.reason())
                .isEqualTo("Called with made-up values, A.f(String) does not come to the wait: it throws"
                        + " java.lang.IllegalArgumentException: no.");
    }

    @Test
    void aMissingClassIsNamed() throws Exception {
        Compiled.of(directory, "Gone.java", "public class Gone { public static void f() {} }");
        Compiled compiled = Compiled.of(
                directory,
                "A.java",
                "public class A { " + method("public void f()", "").replace("{\n", "{\nGone.f();\n") + "}");
        Files.delete(compiled.classes().resolve("Gone.class"));
        Answer answer = compiled.ask(compiled.swallowed("f"));
        assertThat(answer.obstacle()).isEqualTo(Obstacle.MISSING_CLASS);
        assertThat(answer.reason()).isEqualTo("The class Gone is not on the class path.");
    }

    @Test
    void aDamagedClassIsTold() throws Exception {
        Compiled.of(directory, "Bad.java", "public class Bad { public static void f() {} }");
        Compiled compiled = Compiled.of(
                directory,
                "A.java",
                "public class A { " + method("public void f()", "").replace("{\n", "{\nBad.f();\n") + "}");
        Path bad = compiled.classes().resolve("Bad.class");
        byte[] file = Files.readAllBytes(bad);
        Files.write(bad, java.util.Arrays.copyOf(file, file.length / 2));
        assertThat(compiled.ask(compiled.swallowed("f")).obstacle()).isEqualTo(Obstacle.UNLOADABLE);
    }

    @Test
    void aStaticInitializerThatFailsOrNeverEndsIsTold() throws Exception {
        String failing = "public class A { static final int N = Integer.parseInt(\"x\");\n"
                + method("public void f()", "") + "}";
        assertThat(ask(failing, "f").obstacle()).isEqualTo(Obstacle.INITIALIZER);
        String endless = "public class A { static { while (true) { if (A.class == null) break; } }\n"
                + method("public void f()", "") + "}";
        Answer answer = ask(endless, "f");
        assertThat(answer.obstacle()).isEqualTo(Obstacle.INITIALIZER);
        assertThat(answer.reason()).isEqualTo("The static initializer of A does not end.");
    }

    @Test
    void aNativeMethodIsTold() throws Exception {
        String source = "public class A { private static native void start();\n"
                + method("public void f()", "").replace("{\n", "{\nstart();\n") + "}";
        assertThat(ask(source, "f").obstacle()).isEqualTo(Obstacle.NATIVE);
    }

    @Test
    void askingForTheEndOfTheJvmIsTold() throws Exception {
        String source =
                "public class A { " + method("public void f()", "").replace("{\n", "{\nSystem.exit(1);\n") + "}";
        assertThat(ask(source, "f").obstacle()).isEqualTo(Obstacle.EXITED);
    }

    @Test
    void everyRuleOfTheEvidenceNamesAStepAndProperties() {
        Evidence evidence = Evidence.load();
        assertThat(evidence.rules()).contains("swallowed-interrupt", "release-after-await");
        assertThat(evidence.of("release-after-await").orElseThrow().step()).isEqualTo(2);
        assertThat(evidence.of("no-such-rule")).isEmpty();
    }
}
