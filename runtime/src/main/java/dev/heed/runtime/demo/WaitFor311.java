package dev.heed.runtime.demo;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Promise;
import dev.heed.runtime.TimedOutException;
import dev.heed.runtime.Timer;
import java.time.Duration;

/**
 * {@code wait_for} as CPython 3.11 has it (Lib/asyncio/tasks.py): it loses a cancel that comes when the inner task has just ended.
 * {@link Loop#waitFor} does not.
 */
public final class WaitFor311 {
    private WaitFor311() {}

    /** Waits for it so long; past that it is cancelled, and a {@link TimedOutException} thrown. */
    public static <T> T run(Loop loop, Duration limit, Promise<T> inner) {
        if (limit.isZero()) {
            return atOnce(loop, inner);
        }
        Promise<Void> waiter = loop.promise("wait_for");
        Timer timer = loop.callLater(limit, () -> release(waiter));
        inner.whenDone(done -> release(waiter));
        try {
            try {
                waiter.await();
            } catch (CancelledException e) {
                if (inner.isDone()) {
                    return inner.result();
                }
                cancelAndWait(loop, inner);
                throw e;
            }
            if (inner.isDone()) {
                return inner.result();
            }
            cancelAndWait(loop, inner);
            return resultOrTimeout(inner);
        } finally {
            timer.cancel();
        }
    }

    private static <T> T atOnce(Loop loop, Promise<T> inner) {
        if (inner.isDone()) {
            return inner.result();
        }
        cancelAndWait(loop, inner);
        return resultOrTimeout(inner);
    }

    private static <T> T resultOrTimeout(Promise<T> inner) {
        try {
            return inner.result();
        } catch (CancelledException e) {
            throw new TimedOutException("The time is up.", e);
        }
    }

    private static void cancelAndWait(Loop loop, Promise<?> inner) {
        Promise<Void> waiter = loop.promise("wait_for");
        inner.whenDone(done -> release(waiter));
        inner.cancel();
        waiter.await();
    }

    private static void release(Promise<Void> waiter) {
        if (!waiter.isDone()) {
            waiter.complete(null);
        }
    }
}
