package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.junit.Cancellation;
import dev.heed.junit.CancellationTest;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.explore.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Run by another test: some of them fail, as they should. */
@Tag("case")
class LoopCases {
    private int open;

    @CancellationTest
    void fetches(Loop loop, Scenario.Stage stage, Cancellation c) {
        c.afterwards("all is closed", () -> assertThat(open).isZero());
        stage.victim(loop.spawn("fetch", () -> fetch(loop)));
    }

    @CancellationTest
    void forgetsToClose(Loop loop, Scenario.Stage stage, Cancellation c) {
        c.afterwards("all is closed", () -> assertThat(open).isZero());
        stage.victim(loop.spawn("fetch", () -> {
            open++;
            loop.sleep(Duration.ofSeconds(1));
            open--;
        }));
    }

    @CancellationTest
    void swallows(Loop loop, Scenario.Stage stage) {
        stage.victim(loop.spawn("fetch", () -> {
            try {
                fetch(loop);
            } catch (CancelledException e) { // heed: ignore[swallowed-cancellation] the bug to be found
                open = 0;
            }
        }));
    }

    @CancellationTest
    void handsNothingOver(Loop loop, Scenario.Stage stage) {
        loop.sleep(Duration.ofSeconds(1));
    }

    @CancellationTest(boundMillis = 200)
    void neverSuspends(Loop loop, Scenario.Stage stage) throws InterruptedException {
        Thread.sleep(60_000);
    }

    @CancellationTest(twice = true)
    void twice(Loop loop, Scenario.Stage stage) {
        stage.victim(loop.spawn("fetch", () -> fetch(loop)));
    }

    private void fetch(Loop loop) {
        open++;
        try {
            loop.sleep(Duration.ofSeconds(1));
            loop.yieldNow();
        } finally {
            open--;
        }
    }
}
