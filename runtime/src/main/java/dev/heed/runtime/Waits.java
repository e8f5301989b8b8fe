package dev.heed.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waiting for several promises, and for one behind a shield: asyncio's {@code wait} and {@code shield}. */
final class Waits {
    private Waits() {}

    /**
     * A promise that ends as the other one does; cancelling it leaves the other one alone. The other one itself, if it is done.
     */
    static <T> Promise<T> shield(Scheduler scheduler, Promise<T> inner) {
        if (inner.isDone()) {
            return inner;
        }
        Promise<T> outer = new Promise<>(scheduler, "shield of " + inner);
        Promise.Callback onInner = done -> scheduler.soon(() -> copy(inner, outer));
        inner.addCallback(onInner);
        outer.addCallback(done -> scheduler.soon(() -> inner.removeCallback(onInner)));
        return outer;
    }

    private static <T> void copy(Promise<T> inner, Promise<T> outer) {
        if (outer.isCancelled()) {
            inner.markRetrieved();
        } else if (inner.isCancelled()) {
            Cancel why = inner.why;
            if (why != null) {
                outer.cancelWith(null, why);
            }
        } else {
            Throwable failure = inner.failure();
            if (failure != null) {
                outer.failWith(failure);
            } else {
                outer.succeed(inner.result());
            }
        }
    }

    /** Waits until enough are done, or the time is up. */
    static <T> Loop.Waited<T> wait(
            Scheduler scheduler,
            Collection<? extends Promise<? extends T>> promises,
            @Nullable Duration limit,
            Loop.Until until) {
        Set<Promise<? extends T>> all = new LinkedHashSet<>(promises);
        if (all.isEmpty()) {
            throw new MisuseException("There is nothing to wait for; give at least one promise.");
        }
        Promise<Void> waiter = new Promise<>(scheduler, "one of " + all);
        Timer timer = limit == null ? null : scheduler.after(limit, () -> waiter.release(null));
        Counter counter = new Counter(scheduler, all.size(), until, timer, waiter);
        all.forEach(promise -> promise.addCallback(counter));
        try {
            waiter.await();
        } finally {
            if (timer != null) {
                timer.cancel();
            }
            all.forEach(promise -> promise.removeCallback(counter));
        }
        List<Promise<? extends T>> done = new ArrayList<>();
        List<Promise<? extends T>> pending = new ArrayList<>();
        for (Promise<? extends T> promise : all) {
            (promise.isDone() ? done : pending).add(promise);
        }
        return new Loop.Waited<>(List.copyOf(done), List.copyOf(pending));
    }

    /** Counts what is done, and wakes who waits. */
    private static final class Counter implements Promise.Callback {
        private final Scheduler scheduler;
        private final Loop.Until until;
        private final @Nullable Timer timer;
        private final Promise<Void> waiter;
        private int missing;

        Counter(Scheduler scheduler, int missing, Loop.Until until, @Nullable Timer timer, Promise<Void> waiter) {
            this.scheduler = scheduler;
            this.missing = missing;
            this.until = until;
            this.timer = timer;
            this.waiter = waiter;
        }

        @Override
        public void schedule(Promise<?> done) {
            scheduler.soon(() -> count(done));
        }

        private void count(Promise<?> done) {
            missing--;
            boolean hasFailed = done.isFailed();
            if (hasFailed && until == Loop.Until.FIRST_FAILED) {
                done.markRetrieved();
            }
            if (missing <= 0 || until == Loop.Until.FIRST_DONE || (until == Loop.Until.FIRST_FAILED && hasFailed)) {
                if (timer != null) {
                    timer.cancel();
                }
                waiter.release(null);
            }
        }
    }
}
