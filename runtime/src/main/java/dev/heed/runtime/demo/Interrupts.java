package dev.heed.runtime.demo;

import dev.heed.runtime.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C for a loop, by public API only: the JVM runs its shutdown hooks on SIGINT, and ends when they have. The hook interrupts the
 * thread that runs the loop and waits until its program has cleaned up.
 */
final class Interrupts implements AutoCloseable {
    private static final Duration LONGEST_CLEANUP = Duration.ofSeconds(30);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Loop loop;
    private final Thread runner = Thread.currentThread();
    private final Thread hook;

    private Interrupts(Loop loop) {
        this.loop = loop;
        hook = new Thread(this::onShutdown, "heed-ctrl-c");
    }

    static Interrupts watch(Loop loop) {
        Interrupts interrupts = new Interrupts(loop);
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        return interrupts;
    }

    private void onShutdown() {
        runner.interrupt(); // Once is enough, also if somebody else does it, too.
        try {
            boolean unused = done.await(LONGEST_CLEANUP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The JVM ends with this hook.
        }
    }

    /** Sends this process a real SIGINT after a while; where there is no {@code kill}, the loop is interrupted directly. */
    void raise(Duration delay) {
        loop.callLater(delay, () -> {
            try {
                Process unused = new ProcessBuilder(
                                "kill",
                                "-INT",
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
            } catch (IOException e) {
                loop.interrupt();
            }
        });
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // The JVM is shutting down, and waits for the hook.
        }
    }
}
