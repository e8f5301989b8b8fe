package dev.heed.runtime.sync;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Promise;
import java.util.ArrayDeque;
import java.util.Deque;

/** A number of permits; fair (asyncio's {@code Semaphore}). */
public final class Semaphore {
    private final Loop loop;
    private final Deque<Promise<Boolean>> waiters = new ArrayDeque<>();
    private int permits;

    /**
     * A semaphore with so many permits.
     *
     * @throws MisuseException if the number is negative
     */
    public Semaphore(Loop loop, int permits) {
        if (permits < 0) {
            throw new MisuseException("A semaphore has 0 or more permits, not " + permits + ".");
        }
        this.loop = loop;
        this.permits = permits;
    }

    /** How many are free. */
    public int permits() {
        return permits;
    }

    /** Whether who wants one now must wait. */
    public boolean isLocked() {
        return permits == 0 || waiters.stream().anyMatch(waiter -> !waiter.isCancelled());
    }

    /** Waits for a permit, and takes it. */
    public void acquire() {
        if (!isLocked()) {
            permits--;
            return;
        }
        Promise<Boolean> turn = loop.promise("a semaphore");
        waiters.add(turn);
        try {
            try {
                turn.await();
            } finally {
                waiters.remove(turn);
            }
        } catch (CancelledException e) {
            if (!turn.isCancelled()) {
                permits++; // It was ours already: the next may have it.
                wakeNext();
            }
            throw e;
        }
        if (permits > 0) {
            wakeNext();
        }
    }

    /** Gives one back. */
    public void release() {
        permits++;
        wakeNext();
    }

    private void wakeNext() {
        for (Promise<Boolean> waiter : waiters) {
            if (!waiter.isDone()) {
                permits--;
                waiter.complete(true);
                return;
            }
        }
    }
}
