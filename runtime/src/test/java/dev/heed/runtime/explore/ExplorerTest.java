package dev.heed.runtime.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.Task;
import dev.heed.runtime.demo.LostCancelDemo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    @Test
    void findsWhereWaitForOf311LosesCancels() {
        Explorer.Findings findings = Explorer.explore(LostCancelDemo.scenario(true));
        assertThat(findings.steps()).containsExactly(4L, 5L, 6L);
        assertThat(findings.smallest().problem()).isEqualTo("task victim returned a value; the cancel is lost");
        assertThat(findings.smallest().trace()).anyMatch(event -> event.kind() == LoopEvent.Kind.DELIVERED);
    }

    @Test
    void waitForOf312LosesNoneUnderAnySchedule() {
        Explorer.Findings findings = Explorer.explore(LostCancelDemo.scenario(false), 20);
        assertThat(findings.failures()).isEmpty();
        assertThat(findings.runs()).isGreaterThan(100);
    }

    @Test
    void findsATaskThatSwallowsAndACleanupThatWaitsForEver() {
        Scenario swallows = (loop, stage) -> {
            Task<Integer> task = loop.spawn("victim", () -> {
                try {
                    loop.sleep(Duration.ofSeconds(1));
                } catch (CancelledException e) {
                    return 0;
                }
                return 1;
            });
            stage.victim(task);
            task.await();
        };
        assertThat(Explorer.explore(swallows).smallest().problem()).contains("the cancel is lost");
        Scenario hangs = (loop, stage) -> {
            Task<Void> task = loop.spawn("victim", () -> {
                try {
                    loop.sleep(Duration.ofSeconds(1));
                } finally {
                    if (loop.now().isZero()) {
                        loop.sleepForever();
                    }
                }
            });
            stage.victim(task);
            task.await();
        };
        assertThat(Explorer.explore(hangs).smallest().problem()).startsWith("Deadlock");
    }

    @Test
    void shuffledSchedulesAreReplayed() {
        Scenario race = (loop, stage) -> {
            StringBuilder order = new StringBuilder();
            Task<?> a = loop.spawn("a", () -> order.append('a'));
            Task<?> b = loop.spawn("b", () -> order.append('b'));
            stage.victim(a);
            b.await();
            if (order.indexOf("b") == 0 && order.length() > 1) {
                throw new IllegalStateException("b ran first");
            }
        };
        Explorer.Findings once = Explorer.explore(race, 10);
        assertThat(once.failures())
                .isNotEmpty()
                .allMatch(failure -> failure.schedule().startsWith("shuffled"));
        assertThat(Explorer.explore(race, 10).failures().toString())
                .isEqualTo(once.failures().toString());
    }
}
