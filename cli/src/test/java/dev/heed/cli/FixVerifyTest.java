package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heed fix --verify}: only what a run proves is kept. */
class FixVerifyTest {
    @TempDir
    private Path directory;

    private TestConsole.Result fix(String... arguments) {
        List<String> all = new ArrayList<>(List.of("fix", "--verify"));
        all.addAll(List.of(arguments));
        return new TestConsole(directory)
                .environment(Map.of("NO_COLOR", "1"))
                .run(StandardParts.load(), all.toArray(String[]::new));
    }

    private Path source(String name) {
        return directory.resolve("src/main/java/depot/" + name + ".java");
    }

    private void compiled(String name, String text) throws IOException {
        Files.createDirectories(source(name).getParent());
        Files.writeString(source(name), text);
        Walkthrough.compile(directory.resolve("src/main/java"), directory.resolve("target/classes"), "");
    }

    @Test
    void onlyProvedFixesAreWritten() throws IOException {
        Walkthrough.compiledIn(directory);
        String courier = Files.readString(source("Courier"));
        TestConsole.Result result = fix(".", "--yes", "--write", "-v");
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.err())
                .contains("Orders.java:17: swallowed-interrupt: proved: before, SWALLOWED at #1 Orders.java:15"
                        + " BlockingQueue.put; after, nothing fails at any point that is reached")
                .contains("Orders.java:15  interrupt delivered in BlockingQueue.put")
                .contains(
                        "Courier.java:21: swallowed-interrupt: \"Restore the interrupt status\" is left out: no run shows the"
                                + " finding before the fix: called with made-up values, Courier.next(String) does not come to the"
                                + " wait")
                .contains("5 of 6 findings fixed in 5 files, proved by running the code; 1 has no fix that is proved.");
        assertThat(Files.readString(source("Courier"))).isEqualTo(courier);
        assertThat(Files.readString(source("Orders"))).contains("Thread.currentThread().interrupt();");
        Walkthrough.compile(directory.resolve("src/main/java"), directory.resolve("target/classes"), "");
        TestConsole.Result again = fix(".", "--yes");
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("0 of 1 finding can be fixed in 0 files; 1 has no fix that is proved.");
    }

    @Test
    void aMethodThatStillFailsIsNotProved() throws IOException {
        compiled("Door", """
                package depot;

                import java.util.concurrent.CountDownLatch;

                public class Door {
                    public static void await(CountDownLatch open) {
                        try {
                            open.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("timed out", e);
                        }
                    }
                }
                """);
        TestConsole.Result result = fix("src", "--yes", "--classes", "target/classes");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("is left out: the method still fails when it is run: BLAMES_TIMEOUT");
        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void nothingRunsWithoutConsent() throws IOException {
        Walkthrough.compiledIn(directory);
        TestConsole.Result piped = fix(".", "--write");
        assertThat(piped.code()).isEqualTo(2);
        assertThat(piped.err()).contains("There is no sandbox. Say --yes if it may.");
        TestConsole.Result no = new TestConsole(directory)
                .terminal()
                .input("n\n")
                .run(StandardParts.load(), "fix", "--verify", "--write", ".");
        assertThat(no.code()).isEqualTo(2);
        assertThat(no.err()).contains("Nothing was run.");
        assertThat(Files.readString(source("Orders"))).doesNotContain("interrupt();");
    }

    @Test
    void missingClassesAreTold() throws IOException {
        Walkthrough.compiledIn(directory);
        Path none = Files.createDirectories(directory.resolve("none"));
        TestConsole.Result result = fix("src", "--classes", none.toString(), "--yes");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("none of the classes was compiled from Orders.java");
    }

    @Test
    void whatMakesNoSenseIsTold() {
        assertThat(fix("-", "--yes").err()).contains("not standard input");
        TestConsole.Result result =
                new TestConsole(directory).run(StandardParts.load(), "fix", "src", "--classes", "target/classes");
        assertThat(result.err()).contains("--classes goes with --verify.");
        assertThat(result.code()).isEqualTo(2);
    }
}
