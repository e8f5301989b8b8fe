package dev.heed.verify.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What is taken and given back. */
public final class Cleanups {
    private Cleanups() {}

    private static Path file() throws IOException {
        return Files.createTempFile("heed", ".txt");
    }

    public static void streamForgotten() throws Exception {
        InputStream in = Files.newInputStream(file());
        Thread.sleep(1);
        in.close();
    }

    public static void streamClosed() throws Exception {
        try (InputStream in = Files.newInputStream(file())) {
            Thread.sleep(1);
            in.read();
        }
    }

    public static void wrapperForgotten() throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file()), StandardCharsets.UTF_8));
        Thread.sleep(1);
        in.close();
    }

    public static void wrapperClosed() throws Exception {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file()), StandardCharsets.UTF_8))) {
            Thread.sleep(1);
            in.readLine();
        }
    }

    public static void lockForgotten() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread.sleep(1);
        lock.unlock();
    }

    public static void lockFreed() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            Thread.sleep(1);
        } finally {
            lock.unlock();
        }
    }

    /** The wait for the permit is what is cancelled, and a permit is given back all the same. */
    public static void permitMadeUp() throws InterruptedException {
        Semaphore permits = new Semaphore(1);
        try {
            permits.acquire();
            Thread.yield();
        } finally {
            permits.release();
        }
    }

    public static void permitForgotten() throws InterruptedException {
        Semaphore permits = new Semaphore(3);
        if (permits.tryAcquire(2, 1, TimeUnit.SECONDS)) {
            Thread.sleep(1);
            permits.release(2);
        }
    }

    /** The lock was never taken: the finally throws IllegalMonitorStateException over the interrupt. */
    public static void lockNeverTaken() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        try {
            lock.lockInterruptibly();
        } finally {
            lock.unlock();
        }
    }

    public static void executorForgotten() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.execute(() -> {});
        new CountDownLatch(0).await();
        pool.shutdown();
    }

    public static void threadForgotten() throws InterruptedException {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        Thread worker = new Thread(() -> {
            try {
                while (!queue.take().equals("end")) {
                    Thread.yield();
                }
            } catch (InterruptedException e) {
                return;
            }
        });
        worker.start();
        queue.put("x");
        queue.put("end");
        worker.join();
    }

    /** The first interrupt is survived; a second one during the cleanup is not. */
    public static void cleanupCutShort() throws Exception {
        InputStream in = Files.newInputStream(file());
        try {
            Thread.sleep(1);
        } finally {
            TimeUnit.MILLISECONDS.sleep(1);
            in.close();
        }
    }
}
