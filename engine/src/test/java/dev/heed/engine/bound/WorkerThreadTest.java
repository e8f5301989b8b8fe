package dev.heed.engine.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WorkerThreadTest {

    private static Throwable run(Duration limit, Runnable body) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        WorkerThread worker = new WorkerThread(body, "test", limit);
        worker.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
        worker.start();
        worker.join();
        return thrown.get();
    }

    private static void forever() {
        while (true) {
            WorkerThread.check();
        }
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws InterruptedException {
        assertThat(run(Duration.ofMillis(5), () -> {
                    assertThatThrownBy(WorkerThreadTest::forever).isInstanceOf(GivenUpException.class);
                    forever(); // What is guarded in parts is given up in all of them.
                }))
                .isInstanceOf(GivenUpException.class);
    }

    @Test
    void theTimeBeginsAnewWithEachFile() throws InterruptedException {
        assertThat(run(Duration.ofHours(1), WorkerThread::check)).isNull();
        assertThat(run(Duration.ofMillis(5), () -> {
                    assertThatThrownBy(WorkerThreadTest::forever).isInstanceOf(GivenUpException.class);
                    WorkerThread.begin();
                    assertThatThrownBy(WorkerThreadTest::forever).isInstanceOf(GivenUpException.class);
                }))
                .isNull();
    }

    @Test
    void anInterruptEndsItWithoutABoundAndOnAnyThread() throws InterruptedException {
        assertThat(run(Duration.ZERO, () -> {
                    Thread.currentThread().interrupt();
                    forever();
                }))
                .isInstanceOf(GivenUpException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(WorkerThread::check).isInstanceOf(GivenUpException.class);
        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        WorkerThread.check();
    }
}
