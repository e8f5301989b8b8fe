package dev.heed.runtime.sync;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A lock with tasks that wait to be notified (asyncio's {@code Condition}). */
public final class Condition {
    private final Loop loop;
    private final Lock lock;
    private final Deque<Promise<Boolean>> waiters = new ArrayDeque<>();

    /** A condition with a lock of its own. */
    public Condition(Loop loop) {
        this.loop = loop;
        this.lock = new Lock(loop);
    }

    /** Its lock. */
    public Lock lock() {
        return lock;
    }

    /**
     * Gives the lock back, waits to be notified, and takes it again: also when cancelled.
     *
     * @throws MisuseException if the lock is not held
     */
    public void await() {
        if (!lock.isLocked()) {
            throw new MisuseException("A wait needs the lock; acquire the condition's lock() first.");
        }
        lock.release();
        Promise<Boolean> waiter = loop.promise("a condition");
        waiters.add(waiter);
        try {
            try {
                waiter.await();
            } finally {
                waiters.remove(waiter);
            }
        } finally {
            lockAgain();
        }
    }

    @SuppressWarnings("Finally") // A cancel that came meanwhile replaces the other, as in asyncio.
    private void lockAgain() {
        CancelledException cancelled = null;
        boolean isLevel = false;
        while (true) {
            try {
                if (isLevel) {
                    // Told once; a scope would only break this wait again at once, for ever.
                    loop.scope("condition").shielded().run(lock::acquire);
                } else {
                    lock.acquire();
                }
                break;
            } catch (CancelledException e) { // Thrown below, with the lock held.
                cancelled = e;
                isLevel = e.why().isLevel();
            }
        }
        rethrow(cancelled);
    }

    private static void rethrow(@Nullable CancelledException cancelled) {
        if (cancelled != null) {
            throw cancelled.withoutMessage();
        }
    }

    /** Wakes one who waits. */
    public void signal() {
        signal(1);
    }

    /** Wakes all who wait. */
    public void signalAll() {
        signal(waiters.size());
    }

    private void signal(int most) {
        if (!lock.isLocked()) {
            throw new MisuseException("A signal needs the lock; acquire the condition's lock() first.");
        }
        int woken = 0;
        for (Promise<Boolean> waiter : waiters) {
            if (woken < most && !waiter.isDone()) {
                woken++;
                waiter.complete(false);
            }
        }
    }
}
