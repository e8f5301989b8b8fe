package dev.heed.frontend.java;

import dev.heed.engine.bound.WorkerThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for each of a number of things, in a fixed number of threads with large stacks: sources nest deeper than
 * an ordinary stack holds.
 */
final class Workers {
    private Workers() {}

    /** What is done for each thing; each thread has a parser of its own. */
    interface Task {
        void run(JavaMembers members, int index);
    }

    /**
     * Runs the task for all of {@code 0..count-1}. What one throws stops all.
     *
     * @param fileTimeout how long one may take
     * @throws InterruptedException if the calling thread is interrupted; the threads have ended then
     */
    static void run(int threads, Duration fileTimeout, int count, Task task) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i <= Math.min(Math.max(threads, 1), count); i++) {
            Runnable loop = () -> {
                JavaMembers members = new JavaParserMembers();
                for (int index = next.getAndIncrement();
                        index < count && !stopped.get();
                        index = next.getAndIncrement()) {
                    WorkerThread.begin();
                    task.run(members, index);
                }
            };
            Thread worker = new WorkerThread(loop, "heed-java-" + i, fileTimeout);
            worker.setUncaughtExceptionHandler((thread, thrown) -> {
                failure.compareAndSet(null, thrown);
                stopped.set(true);
            });
            workers.add(worker);
        }
        workers.forEach(Thread::start);
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } finally {
            // Only an interrupt leaves any of them alive.
            stopped.set(true);
            end(workers);
        }
        rethrow(failure.get());
    }

    /** Waits for the end of threads that were told to stop; an interrupt meanwhile is kept. */
    private static void end(List<Thread> workers) {
        boolean interrupted = false;
        for (Thread worker : workers) {
            worker.interrupt();
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (failure instanceof Error error) {
            throw error;
        } else if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
