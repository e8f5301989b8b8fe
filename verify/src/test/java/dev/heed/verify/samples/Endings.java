package dev.heed.verify.samples;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Whether they end, and what they say. */
public final class Endings {
    private Endings() {}

    /** Restored in the loop: each further wait throws at once. */
    public static void spins() {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        boolean done = false;
        queue.add("x");
        while (!done) {
            try {
                done = queue.take().equals("x");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Parks again and again; park does not block while the status is set. */
    public static void spinsParked() {
        CountDownLatch done = new CountDownLatch(1);
        Thread waker = Thread.currentThread();
        Thread worker = new Thread(() -> {
            LockSupport.parkNanos(200_000_000);
            done.countDown();
            LockSupport.unpark(waker);
        });
        while (done.getCount() > 0) {
            if (worker.getState() == Thread.State.NEW) {
                worker.start();
            }
            LockSupport.park();
        }
    }

    /** The first value is lost with the interrupt; nobody sends another. */
    public static void waitsAgain() {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        queue.add("x");
        String value = null;
        while (value == null) {
            try {
                value = queue.take();
            } catch (InterruptedException e) {
                queue.clear();
            }
        }
    }

    /** The worker that dies does not tell the one that waits for it. */
    public static void waiterForgotten() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            try {
                Thread.sleep(1);
                done.countDown();
            } catch (InterruptedException e) {
                return;
            }
        });
        worker.start();
        done.await();
    }

    public static void busyLoop() {
        boolean interrupted = false;
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        long turns = 0;
        while (interrupted) {
            turns++;
        }
    }

    public static void blamesTimeout() throws TimeoutException {
        try {
            new CountDownLatch(0).await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new TimeoutException("no answer in time");
        }
    }

    /** A daemon loop that nothing ends but an interrupt, and that does not hear it. */
    public static void deafWorker() throws InterruptedException {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        CountDownLatch seen = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            while (true) {
                try {
                    queue.take();
                    seen.countDown();
                } catch (InterruptedException e) {
                    System.getLogger("worker").log(System.Logger.Level.DEBUG, "woken for nothing");
                }
            }
        });
        worker.setDaemon(true);
        worker.start();
        queue.put("x");
        seen.await();
    }

    /** Both parties learn of it: the barrier is broken for the other one. */
    public static void barrier() throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Thread other = new Thread(() -> {
            try {
                barrier.await();
            } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
                return;
            }
        });
        other.start();
        try {
            barrier.await();
        } catch (java.util.concurrent.BrokenBarrierException e) {
            return;
        } finally {
            other.join();
        }
    }
}
