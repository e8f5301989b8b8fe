package dev.heed.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.runtime.conformance.Backends;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the conformance programs do not reach: real time, other threads, closing. */
class LoopTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void blockingCallsRunElsewhereAndTheirFailuresComeBack() {
        for (Backend backend : Backends.all()) {
            try (Loop loop = Loop.builder().realTime().backend(backend).build()) {
                loop.run(() -> {
                    Thread here = Thread.currentThread();
                    Thread there = loop.blocking("ask", Thread::currentThread);
                    assertThat(there).isNotSameAs(here);
                    assertThatThrownBy(() -> loop.blocking("fail", () -> {
                                throw new IOException("no");
                            }))
                            .isInstanceOf(FailureException.class)
                            .hasRootCauseMessage("no");
                });
            }
        }
    }

    @Test
    void aCancelInterruptsABlockingCall() {
        for (Backend backend : Backends.all()) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            try (Loop loop = Loop.builder().realTime().backend(backend).build()) {
                loop.run(() -> {
                    Task<Void> task = loop.spawn(
                            "t",
                            () -> loop.blocking("wait", () -> {
                                entered.countDown();
                                try {
                                    new CountDownLatch(1).await();
                                } catch (InterruptedException e) {
                                    interrupted.countDown();
                                    throw e;
                                }
                                return null;
                            }));
                    loop.blocking("until it waits", () -> {
                        entered.await();
                        return null;
                    });
                    task.cancel("enough");
                    assertThatThrownBy(task::await).isInstanceOf(CancelledException.class);
                    loop.blocking("until it has ended", () -> {
                        interrupted.await();
                        return null;
                    });
                });
            }
        }
    }

    @Test
    void virtualTimeStandsStillDuringABlockingCall() {
        for (Backend backend : Backends.all()) {
            try (Loop loop = Loop.builder().backend(backend).build()) {
                loop.run(() -> {
                    Task<Void> sleeper = loop.spawn("sleeper", () -> loop.sleep(SECOND));
                    int answer = loop.blocking("compute", () -> 42);
                    assertThat(answer).isEqualTo(42);
                    assertThat(loop.now()).isZero();
                    sleeper.await();
                    assertThat(loop.now()).isEqualTo(SECOND);
                });
            }
        }
    }

    @Test
    void realTimePasses() {
        try (Loop loop = Loop.realTime()) {
            loop.run(() -> loop.sleep(Duration.ofMillis(20)));
            assertThat(loop.now()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        }
    }

    @Test
    void anInterruptOfTheCallingThreadCancelsMainAndIsKept() throws InterruptedException {
        for (Backend backend : Backends.all()) {
            CountDownLatch sleeping = new CountDownLatch(1);
            AtomicReference<Throwable> end = new AtomicReference<>();
            List<String> order = new ArrayList<>();
            Thread caller = new Thread(() -> {
                try (Loop loop = Loop.builder().realTime().backend(backend).build()) {
                    loop.run(() -> {
                        try {
                            sleeping.countDown();
                            loop.sleepForever();
                        } finally {
                            order.add("cleanup");
                        }
                    });
                } catch (LoopInterruptedException e) {
                    end.set(e);
                    order.add("status " + Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            sleeping.await();
            caller.interrupt();
            caller.join();
            assertThat(end.get()).hasMessage("The run was interrupted.");
            assertThat(order).containsExactly("cleanup", "status true");
        }
    }

    @Test
    void interruptsOfTheThreadDoNotAddUpAndClosingStillRunsTheCleanups() throws InterruptedException {
        for (Backend backend : Backends.all()) {
            CountDownLatch sleeping = new CountDownLatch(1);
            CountDownLatch cleaning = new CountDownLatch(1);
            CountDownLatch interruptedAgain = new CountDownLatch(1);
            List<String> order = new ArrayList<>();
            Thread caller = new Thread(() -> {
                try (Loop loop = Loop.builder().realTime().backend(backend).build()) {
                    loop.run(() -> {
                        loop.spawn("bg", () -> {
                            try {
                                loop.sleepForever();
                            } finally {
                                loop.cleanup(SECOND.multipliedBy(20), () -> loop.sleep(Duration.ofMillis(5)));
                                order.add("bg");
                            }
                        });
                        loop.yieldNow();
                        try {
                            sleeping.countDown();
                            loop.sleepForever();
                        } finally {
                            cleaning.countDown();
                            loop.cleanup(
                                    SECOND.multipliedBy(20),
                                    () -> loop.blocking("wait", () -> {
                                        interruptedAgain.await();
                                        return null;
                                    }));
                            order.add("main");
                        }
                    });
                } catch (LoopInterruptedException e) {
                    order.add(e.getMessage());
                }
            });
            caller.start();
            sleeping.await();
            caller.interrupt();
            cleaning.await();
            caller.interrupt();
            interruptedAgain.countDown();
            caller.join();
            assertThat(order).containsExactly("main", "bg", "The run was interrupted.");
        }
    }

    @Test
    void theSecondInterruptStopsAtOnce() {
        List<String> order = new ArrayList<>();
        try (Loop loop = Loop.virtualTime()) {
            loop.callLater(SECOND, loop::interrupt);
            loop.callLater(SECOND.multipliedBy(2), loop::interrupt);
            assertThatThrownBy(() -> loop.run(() -> {
                        try {
                            loop.sleep(SECOND.multipliedBy(9));
                        } finally {
                            loop.sleep(SECOND.multipliedBy(9));
                            order.add("too late");
                        }
                    }))
                    .isInstanceOf(LoopInterruptedException.class)
                    .hasMessageContaining("stopped at once");
            assertThat(loop.now()).isEqualTo(SECOND.multipliedBy(2));
        }
        assertThat(order).isEmpty();
    }

    @Test
    void closingAlsoEndsWhatCleanupsSpawn() {
        for (Loop.Closing closing : Loop.Closing.values()) {
            List<String> order = new ArrayList<>();
            List<Report> reports = new ArrayList<>();
            try (Loop loop =
                    Loop.builder().closing(closing).reporter(reports::add).build()) {
                loop.run(() -> {
                    loop.spawn("bg", () -> {
                        try {
                            loop.sleepForever();
                        } finally {
                            loop.spawn("late", () -> {
                                try {
                                    loop.sleep(SECOND);
                                } catch (CancelledException e) {
                                    order.add(e.why().kind().name());
                                    throw e;
                                }
                            });
                        }
                    });
                    loop.yieldNow();
                });
            }
            if (closing == Loop.Closing.ONCE) {
                assertThat(order).isEmpty();
                assertThat(reports).extracting(Report::kind).containsExactly(Report.Kind.LEFT_BEHIND);
            } else {
                assertThat(order).containsExactly("SHUTDOWN");
                assertThat(reports).isEmpty();
            }
        }
    }

    @Test
    void aGroupInACancelledScopeWaitsForItsTasksWithoutSpinning() {
        for (Backend backend : Backends.all()) {
            try (Loop loop = Loop.builder().backend(backend).build()) {
                loop.run(() -> {
                    CancelScope scope = loop.scope("s", SECOND);
                    scope.run(() -> loop.group("g", group -> {
                        group.spawn("child", () -> {
                            try {
                                loop.sleepForever();
                            } finally {
                                loop.cleanup(SECOND.multipliedBy(5), () -> loop.sleep(SECOND.multipliedBy(2)));
                            }
                        });
                        return null;
                    }));
                    assertThat(scope.isCaught()).isTrue();
                    assertThat(loop.now()).isEqualTo(SECOND.multipliedBy(3));
                    assertThat(loop.steps()).isLessThan(40);
                });
            }
        }
    }

    @Test
    void statesAreTold() {
        try (Loop loop = Loop.virtualTime()) {
            loop.run(() -> {
                Task<Integer> task = loop.spawn("t", () -> {
                    loop.sleep(SECOND);
                    return 1;
                });
                assertThat(task.state()).isEqualTo(Task.State.CREATED);
                loop.yieldNow();
                assertThat(task.state()).isEqualTo(Task.State.SUSPENDED);
                assertThat(loop.currentTask().state()).isEqualTo(Task.State.RUNNING);
                assertThat(loop.tasks()).hasSize(2);
                task.await();
                assertThat(task.state()).isEqualTo(Task.State.RETURNED);
            });
        }
    }

    @Test
    void manyTasksFitOnVirtualThreads() {
        for (Backend backend : Backends.all()) {
            if (backend.isVirtual()) {
                try (Loop loop = Loop.builder().backend(backend).build()) {
                    int sum = loop.run(() -> {
                        List<Task<Integer>> tasks = new ArrayList<>();
                        for (int i = 0; i < 20_000; i++) {
                            tasks.add(loop.spawn("t", () -> {
                                loop.sleep(SECOND);
                                return 1;
                            }));
                        }
                        return loop.gather(tasks).await().stream()
                                .mapToInt(Integer::intValue)
                                .sum();
                    });
                    assertThat(sum).isEqualTo(20_000);
                }
            }
        }
    }
}
