package dev.heed.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a loop has to do: what is ready, what is due later, and what other threads have sent (rules R17, R18). */
final class Agenda {
    private static final int CANCELLED_TIMERS_TO_SWEEP = 100;

    private final Schedule schedule;
    private final Consumer<Runnable> caller;
    private final Clock clock;
    private final ArrayDeque<Handle> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger callsOutside = new AtomicInteger();
    private long timerCount;
    private int cancelledTimers;
    private volatile @Nullable Thread idle;

    /** An empty one; the caller runs callbacks. */
    Agenda(Settings settings, Consumer<Runnable> caller) {
        this.schedule = settings.schedule();
        this.caller = caller;
        this.clock = settings.isRealTime() ? new Clock.Real() : new Clock.Virtual();
    }

    Duration time() {
        return Duration.ofNanos(clock.now());
    }

    Timer at(long when, Runnable action) {
        Timer timer = new Timer(this, when, ++timerCount, action);
        timer.queued(true);
        timers.add(timer);
        return timer;
    }

    /** So far away from now. */
    long deadline(Duration delay) {
        return saturatedAdd(clock.now(), nanos(delay));
    }

    /** Runs it in the next iteration. */
    Timer soon(Runnable action) {
        Timer timer = new Timer(this, clock.now(), ++timerCount, action);
        ready.add(timer);
        return timer;
    }

    static long nanos(Duration delay) {
        if (delay.isNegative()) {
            throw new MisuseException(
                    "A delay cannot be negative: " + delay + "; use Duration.ZERO for \"as soon as possible\".");
        }
        try {
            return delay.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE; // 292 years: never.
        }
    }

    private static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** A timer in the queue will not fire: many of them are swept out, as they may lie far in the future. */
    void timerCancelled() {
        cancelledTimers++;
        if (cancelledTimers > CANCELLED_TIMERS_TO_SWEEP && cancelledTimers > timers.size() / 2) {
            timers.removeIf(timer -> !timer.isLive());
            cancelledTimers = 0;
        }
    }

    void enqueue(Handle handle) {
        ready.add(handle);
    }

    /** From any thread: runs it on the loop. */
    void post(Runnable action) {
        posted.add(action);
        Thread sleeper = idle;
        if (sleeper != null) {
            LockSupport.unpark(sleeper);
        }
    }

    /** A call on another thread has begun, which will post its end. */
    void callOutside() {
        callsOutside.incrementAndGet();
    }

    void endOfCallOutside() {
        callsOutside.decrementAndGet();
    }

    /** Runs a callback. */
    void call(Runnable action) {
        caller.accept(action);
    }

    /** The thread that waits for work, if one does. */
    @Nullable
    Thread idle() {
        return idle;
    }

    @Nullable
    Handle poll() {
        return ready.poll();
    }

    void clear() {
        ready.clear();
        timers.clear();
    }

    /**
     * Begins an iteration: what is ready now, and timers that are due, run in it; what they make ready runs in the next.
     *
     * @return how many things there are to do in it, or -1 if nothing can ever happen again
     */
    int begin() {
        takePosted();
        while (!timers.isEmpty() && !timers.element().isLive()) {
            timers.remove().queued(false);
            cancelledTimers--;
        }
        if (ready.isEmpty()) {
            if (!waitForWork()) {
                return -1;
            }
            takePosted();
        }
        long now = clock.now();
        while (!timers.isEmpty() && timers.element().when() <= now) {
            Timer due = timers.remove();
            due.queued(false);
            if (!due.isLive()) {
                cancelledTimers--;
            } else if (schedule.firesTimersFirst()) {
                Object unused = due.run();
            } else {
                ready.add(due);
            }
        }
        if (!schedule.isFifo()) {
            orderSteps();
        }
        return ready.size();
    }

    private void takePosted() {
        Runnable action = posted.poll();
        while (action != null) {
            ready.add(new Timer(this, clock.now(), ++timerCount, action));
            action = posted.poll();
        }
    }

    /** False if there will never be any. */
    private boolean waitForWork() {
        long when = timers.isEmpty() ? Long.MAX_VALUE : timers.element().when();
        if (clock instanceof Clock.Virtual virtual && callsOutside.get() == 0) {
            boolean hasTimer = when != Long.MAX_VALUE;
            if (hasTimer && posted.isEmpty()) {
                virtual.advanceTo(when);
            }
            return hasTimer || !posted.isEmpty();
        }
        idle = Thread.currentThread();
        try {
            if (posted.isEmpty()) {
                if (when == Long.MAX_VALUE || !clock.isReal()) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, when - clock.now());
                }
            }
        } finally {
            idle = null;
        }
        return true;
    }

    /** Puts the steps of this iteration in the schedule's order; callbacks stay where they are. */
    private void orderSteps() {
        List<Task<?>> tasksOfBatch = new ArrayList<>();
        for (Handle handle : ready) {
            if (handle instanceof Step step) {
                tasksOfBatch.add(step.task());
            }
        }
        List<Task<?>> ordered = schedule.ordered(tasksOfBatch);
        if (ordered == null) {
            return;
        }
        List<Handle> batch = new ArrayList<>(ready);
        ready.clear();
        int taken = 0;
        for (Handle handle : batch) {
            ready.add(handle instanceof Step ? ordered.get(taken++).nextStep() : handle);
        }
    }
}
