package dev.heed.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.runtime.conformance.Backends;
import dev.heed.runtime.sync.Lock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Each misuse ends in an exception, or a report, that says what to do. */
class MisuseTest {
    private final List<Report> reports = new ArrayList<>();

    private Loop loop() {
        return Loop.builder().reporter(reports::add).build();
    }

    @Test
    void awaitOutsideATask() {
        try (Loop loop = loop()) {
            Promise<Integer> promise = loop.promise();
            assertThatThrownBy(promise::await)
                    .isInstanceOf(MisuseException.class)
                    .hasMessage(
                            "Cannot await promise outside a task; call it in a body that Loop.run or Loop.spawn runs.");
            assertThatThrownBy(() -> loop.sleep(Duration.ofSeconds(1))).hasMessageContaining("outside a task");
        }
    }

    @Test
    void awaitInACallback() {
        try (Loop loop = loop()) {
            Promise<Integer> promise = loop.promise();
            loop.run(() -> {
                loop.callSoon(promise::await);
                loop.sleep(Duration.ofSeconds(1));
            });
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).message()).contains("which must not suspend; spawn a task in it instead.");
    }

    @Test
    void awaitOfAnotherLoopsTask() throws InterruptedException {
        try (Loop other = loop();
                Loop loop = loop()) {
            Task<Integer> foreign = other.spawn("foreign", () -> 1);
            assertThatThrownBy(() -> loop.run(() -> foreign.await()))
                    .isInstanceOf(MisuseException.class)
                    .hasMessageContaining("Cannot await task foreign here: it belongs to another loop");
        }
    }

    @Test
    void anythingAfterClose() {
        Loop loop = loop();
        Task<Integer> task = loop.spawn("t", () -> 1);
        loop.close();
        loop.close();
        assertThat(task.cancel()).isFalse();
        assertThatThrownBy(() -> loop.spawn("late", () -> 1)).hasMessage("The loop is closed; make a new one.");
        assertThatThrownBy(() -> loop.run(() -> 1)).hasMessage("The loop is closed; make a new one.");
    }

    @Test
    void cancelAfterCloseOfATaskLeftBehind() {
        Loop loop = loop();
        Task<Void> task = loop.spawn("t", () -> loop.sleepForever());
        loop.run(() -> loop.yieldNow());
        loop.closeNow();
        assertThat(reports)
                .extracting(Report::message)
                .containsExactly("task t waits for for ever and was left behind; its cleanup has not run to its end.");
        assertThat(task.isDone()).isTrue();
        assertThatThrownBy(task::cancel)
                .isInstanceOf(MisuseException.class)
                .hasMessage(
                        "The loop is closed, and task t was left behind; cancel before you close, or let close() end it.");
        Promise<Integer> promise = loop.promise("p");
        assertThatThrownBy(promise::cancel).hasMessageContaining("p was left behind");
    }

    @Test
    void nestedRun() {
        try (Loop loop = loop();
                Loop other = loop()) {
            assertThatThrownBy(() -> loop.run(() -> loop.run(() -> 1)))
                    .hasMessage("A loop runs here already; call the body directly, or spawn it as a task.");
            assertThatThrownBy(() -> loop.run(() -> other.run(() -> 1)))
                    .hasMessageContaining("A loop runs here already");
            assertThatThrownBy(() -> loop.run(loop::close)).hasMessageContaining("while it runs");
        }
    }

    @Test
    void negativeDelay() {
        try (Loop loop = loop()) {
            Duration negative = Duration.ofSeconds(-1);
            assertThatThrownBy(() -> loop.run(() -> loop.sleep(negative)))
                    .hasMessage("A delay cannot be negative: PT-1S; use Duration.ZERO for \"as soon as possible\".");
            assertThatThrownBy(() -> loop.callLater(negative, () -> {})).isInstanceOf(MisuseException.class);
        }
    }

    @Test
    void awaitOfOneself() {
        try (Loop loop = loop()) {
            assertThatThrownBy(() -> loop.run(() -> loop.currentTask().await()))
                    .hasMessage("Task main awaits itself and would never end; await another task.");
        }
    }

    @Test
    void aRingOfTasksIsReportedAndCanBeClosed() {
        Loop loop = loop();
        List<Task<Object>> ring = new ArrayList<>();
        assertThatThrownBy(() -> loop.run(() -> {
                    ring.add(loop.spawn("a", () -> ring.get(1).await()));
                    ring.add(loop.spawn("b", () -> ring.get(0).await()));
                    return ring.get(0).await();
                }))
                .isInstanceOf(DeadlockException.class)
                .hasMessage("""
                        Deadlock at t=0.000s: nothing is ready, and no timer runs.
                          task main waits for task a
                          task a waits for task b
                          task b waits for task a""");
        loop.close();
        assertThat(ring).allMatch(Promise::isCancelled);
        assertThat(reports).isEmpty();
    }

    @Test
    void aFailureThatNobodyAwaitedIsReportedAtClose() {
        try (Loop loop = loop()) {
            loop.run(() -> {
                loop.spawn("careless", () -> {
                    throw new IllegalStateException("boom");
                });
                Task<Void> awaited = loop.spawn("awaited", () -> {
                    throw new IllegalStateException("seen");
                });
                assertThatThrownBy(awaited::await).hasMessage("seen");
            });
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).message())
                .isEqualTo(
                        "task careless failed, and nobody awaited it: java.lang.IllegalStateException: boom; await it, or"
                                + " spawn it in a group.");
    }

    @Test
    void aBlockingCallIsNamedByTheWatchdog() throws InterruptedException {
        AtomicReference<Report> report = new AtomicReference<>();
        CountDownLatch reported = new CountDownLatch(1);
        try (Loop loop = Loop.builder()
                .watchdog(Duration.ofMillis(5))
                .reporter(one -> {
                    report.set(one);
                    reported.countDown();
                })
                .build()) {
            boolean seen = loop.run(() -> reported.await(20, TimeUnit.SECONDS));
            assertThat(seen).isTrue();
        }
        assertThat(report.get().message())
                .startsWith(
                        "task main: it has kept the loop for 0.005s or longer; put what blocks in Loop.blocking(...).")
                .contains("MisuseTest");
    }

    @Test
    void tooManyTasksOnPlatformThreads() {
        try (Loop loop = Loop.builder()
                .backend(Backend.platform())
                .platformTasks(3)
                .reporter(reports::add)
                .build()) {
            loop.spawn("1", () -> 1);
            loop.spawn("2", () -> 1);
            loop.spawn("3", () -> 1);
            assertThatThrownBy(() -> loop.spawn("4", () -> 1))
                    .hasMessage(
                            "There are 3 tasks already, and on platform threads each has a thread; run on Java 21 or"
                                    + " later, or raise LoopBuilder.platformTasks if the machine can bear it.");
        }
    }

    @Test
    void touchingARunningLoopFromAnotherThread() {
        for (Backend backend : Backends.all()) {
            try (Loop loop = Loop.builder().realTime().backend(backend).build()) {
                Promise<Integer> promise = loop.promise();
                loop.run(() -> {
                    assertThatThrownBy(() -> loop.blocking("meddle", () -> {
                                promise.complete(1);
                                return null;
                            }))
                            .isInstanceOf(MisuseException.class)
                            .hasMessage("Cannot complete from heed-blocking-meddle while the loop runs elsewhere; use"
                                    + " Loop.post(() -> ...) from other threads.");
                    loop.blocking("ask", () -> {
                        loop.post(() -> promise.complete(2));
                        return null;
                    });
                    assertThat(promise.await()).isEqualTo(2);
                });
            }
        }
    }

    @Test
    void otherErrorsSayWhatToDo() {
        try (Loop loop = loop()) {
            loop.run(() -> {
                Promise<Integer> promise = loop.promise("p");
                assertThatThrownBy(promise::result).hasMessageContaining("await it, or ask isDone() first");
                promise.complete(1);
                assertThatThrownBy(() -> promise.complete(2)).isInstanceOf(PromiseStateException.class);
                Task<Integer> task = loop.spawn("t", () -> 1);
                assertThatThrownBy(() -> task.complete(2)).hasMessageContaining("complete a promise instead");
                assertThatThrownBy(() -> new Lock(loop).release()).hasMessageContaining("acquire() it first");
                CancelScope scope = loop.scope("s");
                scope.run(() -> {});
                assertThatThrownBy(() -> scope.run(() -> {})).hasMessageContaining("once only");
                assertThatThrownBy(() -> loop.wait(List.of(), Loop.Until.ALL_DONE))
                        .hasMessageContaining("at least one");
            });
        }
    }
}
