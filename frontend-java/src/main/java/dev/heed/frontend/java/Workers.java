package dev.heed.frontend.java;

import dev.heed.engine.bound.WorkerThread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Instead of the number of what a thread is at: it is given up. */
    private static final int LOST = -2;

    /** How often it is looked whether a thread is lost. */
    private static final long LOOK_MILLIS = 200;

    /** How long threads that were told to stop may take to do so. */
    private static final long STOP_MILLIS = 2000;

    /** What is done for each thing; each thread has a parser of its own. */
    interface Task {
        void run(JavaMembers members, int index);

        /** Something is never done: the thread that is at it does not come back. */
        default void lost(int index) {}
    }

    /**
     * Runs the task for all of {@code 0..count-1}. What one throws stops all.
     *
     * @param fileTimeout how long one may take
     * @throws InterruptedException if the calling thread is interrupted; the threads have ended then, or end as soon as they notice
     */
    static void run(int threads, Duration fileTimeout, int count, Task task) throws InterruptedException {
        Run run = new Run(fileTimeout, count, task);
        for (int i = 1; i <= Math.min(Math.max(threads, 1), count); i++) {
            run.start("heed-java-" + i);
        }
        run.await();
    }

    /** The threads of one run. */
    private static final class Run {
        private final Duration fileTimeout;
        private final int count;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        /** Each thread, and what it is at. */
        private final Map<WorkerThread, AtomicInteger> workers = new LinkedHashMap<>();

        Run(Duration fileTimeout, int count, Task task) {
            this.fileTimeout = fileTimeout;
            this.count = count;
            this.task = task;
        }

        void start(String name) {
            AtomicInteger at = new AtomicInteger(-1);
            Runnable loop = () -> {
                JavaMembers members = new JavaParserMembers();
                for (int index = next.getAndIncrement();
                        index < count && !stopped.get();
                        index = next.getAndIncrement()) {
                    WorkerThread.begin();
                    at.set(index);
                    task.run(members, index);
                    if (at.getAndSet(-1) == LOST) {
                        return; // Somebody else has gone on in its place.
                    }
                }
            };
            WorkerThread worker = new WorkerThread(loop, name, fileTimeout);
            worker.setUncaughtExceptionHandler((thread, thrown) -> {
                failure.compareAndSet(null, thrown);
                stopped.set(true);
            });
            workers.put(worker, at);
            worker.start();
        }

        void await() throws InterruptedException {
            try {
                for (WorkerThread worker = alive(); worker != null; worker = alive()) {
                    worker.join(LOOK_MILLIS);
                    replaceLost();
                }
            } finally {
                // Only an interrupt leaves any of them alive.
                stopped.set(true);
                end();
            }
            rethrow(failure.get());
        }

        private @Nullable WorkerThread alive() {
            return workers.keySet().stream().filter(Thread::isAlive).findFirst().orElse(null);
        }

        /** The parser may hang where nobody asks for the time. Java cannot stop its thread, but do without. */
        private void replaceLost() {
            for (Map.Entry<WorkerThread, AtomicInteger> entry : List.copyOf(workers.entrySet())) {
                WorkerThread worker = entry.getKey();
                int index = entry.getValue().get();
                if (worker.isAlive()
                        && index >= 0
                        && worker.isLost()
                        && entry.getValue().compareAndSet(index, LOST)) {
                    workers.remove(worker);
                    worker.interrupt();
                    task.lost(index);
                    start(worker.getName());
                }
            }
        }

        /** Waits a little for threads that were told to stop; an interrupt meanwhile is kept. */
        private void end() {
            boolean interrupted = false;
            workers.keySet().forEach(Thread::interrupt);
            long start = System.nanoTime();
            for (Thread worker : workers.keySet()) {
                while (worker.isAlive()) {
                    long left = STOP_MILLIS - (System.nanoTime() - start) / 1_000_000;
                    if (left <= 0) {
                        break;
                    }
                    try {
                        worker.join(left);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
