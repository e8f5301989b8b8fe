package dev.heed.verify.samples;

import dev.heed.verify.scenario.Checks;
import dev.heed.verify.scenario.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
