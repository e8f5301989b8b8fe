package dev.heed.runtime.sync;

import dev.heed.runtime.Action;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Promise;
import java.util.ArrayDeque;
import java.util.Deque;

/** Held by one task at a time; fair (asyncio's {@code Lock}). */
public final class Lock {
    private final Loop loop;
    private final Deque<Promise<Boolean>> waiters = new ArrayDeque<>();
    private boolean isLocked;

    /** A free lock. */
    public Lock(Loop loop) {
        this.loop = loop;
    }

    /** Whether somebody holds it. */
    public boolean isLocked() {
        return isLocked;
    }

    /** Waits until it is free, and takes it. */
    public void acquire() {
        if (!isLocked && waiters.stream().allMatch(Promise::isCancelled)) {
            isLocked = true;
            return;
        }
        Promise<Boolean> turn = loop.promise("a lock");
        waiters.add(turn);
        try {
            try {
                turn.await();
            } finally {
                waiters.remove(turn);
            }
        } catch (CancelledException e) {
            if (!isLocked) {
                wakeFirst(); // It may have been our turn already.
            }
            throw e;
        }
        isLocked = true;
    }

    /**
     * Gives it to the next.
     *
     * @throws MisuseException if nobody holds it
     */
    public void release() {
        if (!isLocked) {
            throw new MisuseException("The lock is not held, and cannot be released; acquire() it first.");
        }
        isLocked = false;
        wakeFirst();
    }

    /**
     * Runs it with the lock held.
     *
     * @throws Exception what it throws
     */
    public void with(Action action) throws Exception {
        acquire();
        try {
            action.run();
        } finally {
            release();
        }
    }

    private void wakeFirst() {
        Promise<Boolean> first = waiters.peek();
        if (first != null && !first.isDone()) {
            first.complete(true);
        }
    }
}
