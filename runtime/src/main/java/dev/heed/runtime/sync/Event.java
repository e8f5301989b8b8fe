package dev.heed.runtime.sync;

import dev.heed.runtime.Loop;
import dev.heed.runtime.Promise;
import java.util.ArrayDeque;
import java.util.Deque;

/** A flag to wait for (asyncio's {@code Event}). */
public final class Event {
    private final Loop loop;
    private final Deque<Promise<Boolean>> waiters = new ArrayDeque<>();
    private boolean isSet;

    /** A flag that is not set. */
    public Event(Loop loop) {
        this.loop = loop;
    }

    /** Whether it is set. */
    public boolean isSet() {
        return isSet;
    }

    /** Sets it and wakes all who wait. */
    public void set() {
        if (!isSet) {
            isSet = true;
            for (Promise<Boolean> waiter : waiters) {
                if (!waiter.isDone()) {
                    waiter.complete(true);
                }
            }
        }
    }

    /** Who asks from now on must wait. */
    public void clear() {
        isSet = false;
    }

    /** Waits until it is set. */
    public void await() {
        if (isSet) {
            return;
        }
        Promise<Boolean> waiter = loop.promise("an event");
        waiters.add(waiter);
        try {
            waiter.await();
        } finally {
            waiters.remove(waiter);
        }
    }
}
