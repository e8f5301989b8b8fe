package dev.heed.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static List<String> lines(Demo demo) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> order = new ArrayList<>();
        demo.run(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                trace -> order.addAll(trace.text().lines().toList()));
        assertThat(order).isNotEmpty();
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void nestedPrintsTheSeedsLinesAndTheHostsStory() {
        List<String> lines = lines(new NestedDemo(Duration.ofMillis(50)));
        assertThat(lines)
                .startsWith(
                        "cancel_me(): before sleep",
                        "cancel_me()2: cancel sleep",
                        "cancel_me(): cancel sleep",
                        "cancel_me(): after sleep",
                        "main(): cancel_me is cancelled now",
                        "");
        assertThat(lines)
                .containsSubsequence(
                        "B's log, naive:           WARN request to C was cancelled. Is C too slow?",
                        "B's log, with provenance: INFO request to C was cancelled, because client A disconnected.",
                        "B: the handler has ended, and its request to C with it.");
        assertThat(String.join("\n", lines))
                .containsPattern("cancel\\(\\) called: \"client A disconnected\", by task B-connection-to-A at "
                        + "watch\\(HostsStory.java:\\d+\\), aimed at task B-handler")
                .containsPattern(
                        "task B-handler was waiting \\(await at handle\\(HostsStory.java:\\d+\\)\\) for task C-request")
                .containsPattern("delivered first in task C-request at requestC\\(HostsStory.java:\\d+\\)");
    }

    @Test
    void theFiveLinesAreThoseThatTheSeedProgramPromises() throws IOException {
        List<String> seed = Files.readAllLines(Path.of("..", "testdata", "seed", "2_nested_cancel.py"));
        List<String> promised = seed.subList(seed.indexOf("#except ouput") + 1, seed.size()).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(promised).hasSize(5);
        assertThat(lines(new NestedDemo(Duration.ofMillis(10))).subList(0, 5)).isEqualTo(promised);
    }

    @Test
    void chainPrintsTheSeedsLines() {
        assertThat(lines(new ChainDemo())).containsExactly("Compute 1 2", "1 + 2 = 3");
    }

    @Test
    void shutdownCancelsAllRunsThemToTheirEndsAndCloses() {
        assertThat(lines(ShutdownDemo.simulated(false)))
                .containsExactly(
                        "waiting",
                        "waiting",
                        "waiting",
                        "^C",
                        "cancel task",
                        "true",
                        "cancel task",
                        "true",
                        "cancel task",
                        "true",
                        "get_html(2): connection closed",
                        "get_html(3): connection closed",
                        "get_html(4): connection closed",
                        "loop closed");
    }

    @Test
    void brokenShutdownNamesTheTasksWhoseCleanupNeverRan() {
        List<String> lines = lines(ShutdownDemo.simulated(true));
        assertThat(lines).noneMatch(line -> line.contains("connection closed"));
        assertThat(lines)
                .containsSubsequence(
                        "loop: task get_html(2) waits for sleep and was left behind; its cleanup has not run to its end.",
                        "loop: task get_html(3) waits for sleep and was left behind; its cleanup has not run to its end.",
                        "loop: task get_html(4) waits for sleep and was left behind; its cleanup has not run to its end.",
                        "loop closed");
    }

    @Test
    void lostCancelIsFoundAtThreeStepsOf311AndNowhereIn312() {
        assertThat(lines(new LostCancelDemo()))
                .containsExactly(
                        "wait_for as in CPython 3.11: cancelled after each of 9 steps; lost after steps [4, 5, 6].",
                        "wait_for as in CPython 3.12: cancelled after each of 6 steps; lost after steps [].");
    }
}
