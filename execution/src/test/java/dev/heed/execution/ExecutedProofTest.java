package dev.heed.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.fix.Proposal;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.verify.fork.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutedProofTest {
    private static final String BAD = """
            package depot;
            import java.util.concurrent.*;
            public class Orders {
                public static boolean accept(BlockingQueue<String> queue, String order) {
                    try {
                        queue.put(order);
                        return true;
                    } catch (InterruptedException e) {
                        return false;
                    }
                }
            }
            """;

    private record Text(String path, String text) implements SourceFile {
        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }
    }

    @TempDir
    private Path directory;

    private final SourceFile file = new Text("../src/depot/Orders.java", BAD);
    private final Finding finding = new Finding(
            "swallowed-interrupt",
            Level.ERROR,
            Finding.Confidence.PROVED,
            file,
            new Span(8, 11, 8, 33),
            "accept",
            "It is lost.",
            List.of(
                    new Step(file, new Span(6, 13, 6, 29), "delivered"),
                    new Step(file, new Span(8, 11, 8, 33), "caught")),
            List.of(),
            "Restore it.",
            List.of());
    private final Fix fix = new Fix("Restore it", Fix.Safety.SAFE, List.of());

    @BeforeEach
    void compile() throws IOException {
        compile("Orders", BAD);
    }

    private void compile(String name, String text) throws IOException {
        Path source = Files.createDirectories(directory.resolve("depot")).resolve(name + ".java");
        Files.writeString(source, text);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-g", "--release", "17", "-d", directory.toString(), source.toString()))
                .isZero();
    }

    /** What is said to a fix that makes this of the source; empty if it is proved. */
    private Optional<String> said(String after) throws InterruptedException {
        return said(file, finding, after);
    }

    private Optional<String> said(SourceFile file, Finding finding, String after) throws InterruptedException {
        Bounds bounds =
                new Bounds(Path.of(System.getProperty("java.home"), "bin", "java"), Duration.ofSeconds(20), 256, 100);
        ExecutedProof proof = new ExecutedProof(List.of(directory), List.of(), bounds, 1, text -> {});
        assertThat(proof.exclude(List.of(finding), List.of(file))).isEmpty();
        assertThat(proof.witness(finding)).isPresent();
        Proposal proposal = new Proposal(finding, finding, fix);
        Map<Proposal, String> refused =
                proof.refuse(List.of(proposal), List.of(file), List.of(new Text(file.path(), after)));
        return Optional.ofNullable(refused.get(proposal));
    }

    @Test
    void aGoodFixIsProved() throws InterruptedException {
        assertThat(said(BAD.replace("return false", "Thread.currentThread().interrupt(); return false")))
                .isEmpty();
    }

    @Test
    void whatPeopleAreToldCountsWhereItIsTheMatter() throws IOException, InterruptedException {
        String bad = """
                package depot;
                import java.util.concurrent.*;
                public class Gate {
                    public static void pass(CountDownLatch open) {
                        try {
                            open.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("closed");
                        }
                    }
                }
                """;
        compile("Gate", bad);
        SourceFile gate = new Text("../src/depot/Gate.java", bad);
        Finding dropped = new Finding(
                "cancel-cause-dropped",
                Level.NOTE,
                Finding.Confidence.PROVED,
                gate,
                new Span(9, 13, 9, 55),
                "pass",
                "It is dropped.",
                List.of(
                        new Step(gate, new Span(6, 13, 6, 25), "delivered"),
                        new Step(gate, new Span(7, 11, 7, 33), "caught")),
                List.of(),
                "Keep it.",
                List.of());
        assertThat(said(gate, dropped, bad.replace("\"closed\"", "\"closed\", e")))
                .isEmpty();
        assertThat(said(gate, dropped, bad.replace("\"closed\"", "\"not open\"")))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("the method still fails when it is run: UNTOLD: after the interrupt"));
    }

    @Test
    void whatDoesNotCompileIsNot() throws InterruptedException {
        assertThat(said(BAD.replace("return false", "restore(); return false")))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("what comes of it does not compile: ")
                        .contains("src/depot/Orders.java:9: error: cannot find symbol"));
    }

    @Test
    void whatChangesNothingStillFails() throws InterruptedException {
        assertThat(said(BAD.replace("return false", "Thread.yield(); return false")))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("the method still fails when it is run: SWALLOWED: the interrupt delivered at"));
    }

    @Test
    void aFixThatBringsAnotherFailureIsNotProved() throws InterruptedException {
        String deaf = BAD.replace("try {", "while (true) try {")
                .replace("return false", "Thread.currentThread().interrupt()");
        assertThat(said(deaf)).hasValueSatisfying(reason -> assertThat(reason).contains("when it is run: BUSY_SPIN"));
    }

    @Test
    void theWaitMustStillBeThere() throws InterruptedException {
        assertThat(said(BAD.replace("queue.put(order)", "Thread.sleep(1)")
                        .replace("return false", "Thread.currentThread().interrupt(); return false")))
                .contains("no run shows that it helps: Orders.accept(BlockingQueue, String) does not come to"
                        + " BlockingQueue.put any more");
        assertThat(said(BAD.replace("accept(", "take(")))
                .contains("no run shows that it helps: the method is not there any more");
    }

    @Test
    void whatNoRunShowsIsExcluded() throws InterruptedException {
        Bounds bounds =
                new Bounds(Path.of(System.getProperty("java.home"), "bin", "java"), Duration.ofSeconds(20), 256, 100);
        Finding other = new Finding(
                "swallowed-interrupt",
                Level.ERROR,
                Finding.Confidence.PROVED,
                new Text("src/depot/Other.java", ""),
                new Span(8, 11, 8, 33),
                "accept",
                "It is lost.",
                finding.path(),
                List.of(),
                "",
                List.of());
        ExecutedProof sound = new ExecutedProof(List.of(directory), List.of(), bounds, 1, text -> {});
        assertThat(sound.exclude(List.of(other), List.of()))
                .containsEntry(
                        other,
                        "no run shows the finding before the fix: none of the classes was compiled from Other.java");
        assertThat(sound.isIncomplete()).isTrue();
    }
}
