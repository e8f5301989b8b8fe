package dev.heed.runtime;

import java.util.concurrent.locks.LockSupport;

/**
 * What a thread waits for before it runs: only its holder runs, so the loop and its tasks need no lock, and each sees what the one
 * before it wrote.
 */
final class Baton {
    private volatile boolean here;
    private final Thread thread;

    /** A baton that the given thread will wait for. */
    Baton(Thread thread) {
        this.thread = thread;
    }

    Thread thread() {
        return thread;
    }

    /** Lets the waiting thread go on. The caller must not touch the loop any more. */
    void pass() {
        here = true;
        LockSupport.unpark(thread);
    }

    /**
     * Waits for it. An interrupt of the waiting thread does not end the wait; its status is set again at the end.
     *
     * @param onInterrupt is run when the waiting thread is interrupted
     */
    void await(Runnable onInterrupt) {
        boolean interrupted = false;
        try {
            while (!here) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    interrupted = true;
                    onInterrupt.run();
                }
            }
            here = false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
