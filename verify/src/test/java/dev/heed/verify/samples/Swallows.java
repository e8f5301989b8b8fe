package dev.heed.verify.samples;

import dev.heed.verify.scenario.Checks;
import dev.heed.verify.scenario.Scenario;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** What becomes of the interrupt itself. */
public final class Swallows {
    private Swallows() {}

    public static void lost() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            System.getLogger("lost").log(System.Logger.Level.DEBUG, "woken early");
        }
    }

    public static void restored() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void thrown() throws InterruptedException {
        Thread.sleep(1);
    }

    public static void wrapped() {
        try {
            new CountDownLatch(0).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void cleared() {
        if (Thread.interrupted()) {
            System.getLogger("lost").log(System.Logger.Level.DEBUG, "stopping");
        }
    }

    /** The value is there: an interrupt that only sets the status would go by unseen. */
    public static void handedOver() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try {
            answer.complete(new LinkedBlockingQueue<>(java.util.List.of("x")).take());
        } catch (InterruptedException e) {
            answer.completeExceptionally(e);
        }
    }

    public static void byReference() throws Exception {
        LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(java.util.List.of("x"));
        java.util.concurrent.Callable<String> next = queue::take;
        try {
            next.call();
        } catch (InterruptedException e) {
            return;
        }
    }

    public static void awaitedIsCancelled() throws InterruptedException {
        CompletableFuture<String> slow = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                Thread.sleep(20);
                slow.complete("x");
            } catch (InterruptedException e) {
                slow.completeExceptionally(e);
            }
        });
        worker.start();
        try {
            slow.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            worker.join();
        }
    }

    /** All are done when invokeAll returns: nothing is waited for, and nothing can be interrupted. */
    public static String doneFutures() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            StringBuilder all = new StringBuilder();
            for (Future<String> future : pool.invokeAll(java.util.List.<Callable<String>>of(() -> "a", () -> "b"))) {
                all.append(result(future));
            }
            CompletableFuture<String> one = CompletableFuture.completedFuture("c");
            CompletableFuture.allOf(one).join();
            all.append(result(one));
            CompletableFuture<String> other = CompletableFuture.completedFuture("d");
            return other.isDone() ? all.append(result(other)).toString() : "";
        } finally {
            pool.shutdownNow();
        }
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            return "";
        }
    }

    /** The second wait is aborted by the status that the first handler has set. */
    public static void cutShort() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            new CountDownLatch(0).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the scenario does with the interrupt behind its boundary is its own business. */
    public static final class Bounded implements Scenario {
        @Override
        public void run(Checks checks) throws Exception {
            try {
                checks.boundary(() -> {
                    Thread.sleep(1);
                    return "";
                });
            } catch (InterruptedException e) {
                System.getLogger("bounded").log(System.Logger.Level.DEBUG, "got it");
            }
        }
    }

    /** The boundary itself must get it. */
    public static final class BoundedTooLate implements Scenario {
        @Override
        public void run(Checks checks) throws Exception {
            checks.boundary(() -> {
                lost();
                return "";
            });
            Thread.currentThread().interrupt();
        }
    }

    /** Ends in a way that in-process runs must survive. */
    public static void exits() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            System.exit(3);
        }
    }

    /** Keeps an interrupt to itself until it is done, as its name says. */
    public static void sleepUninterruptibly() {
        boolean interrupted = false;
        while (true) {
            try {
                Thread.sleep(1);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static final class Account implements Scenario {
        private int from = 10;
        private int to;

        @Override
        public void run(Checks checks) throws InterruptedException {
            checks.afterwards("no money is lost", () -> {
                if (from + to != 10) {
                    throw new AssertionError(from + " + " + to);
                }
            });
            from -= 5;
            Thread.sleep(1);
            to += 5;
        }
    }
}
