package dev.heed.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time limit on a block: asyncio's {@code timeout()}. It cancels the task once, by an edge, and takes that back (rule R11). */
public final class Timeout {
    private enum State {
        ENTERED,
        EXPIRING,
        EXPIRED,
        EXITED
    }

    private final Scheduler scheduler;
    private final Task<?> task;
    private final int requestsBefore;
    private State state = State.ENTERED;
    private @Nullable Timer timer;

    private Timeout(Scheduler scheduler, Task<?> task) {
        this.scheduler = scheduler;
        this.task = task;
        this.requestsBefore = task.requests();
    }

    /** A block that is given its timeout. */
    @FunctionalInterface
    public interface Block<T> {

        /**
         * Runs to its end.
         *
         * @throws Exception whatever it fails with
         */
        T run(Timeout timeout) throws Exception;
    }

    static <T> T run(Scheduler scheduler, @Nullable Duration limit, Block<? extends T> block) {
        Timeout timeout = new Timeout(scheduler, scheduler.currentTask("set a timeout"));
        timeout.move(limit);
        T result;
        try {
            result = block.run(timeout);
        } catch (AbandonedError e) {
            throw e;
        } catch (Throwable thrown) { // It leaves again, as itself or as a timeout with it as the cause.
            timeout.exit(thrown);
            throw Promise.unchecked(thrown);
        }
        timeout.exit(null);
        return result;
    }

    /**
     * Sets the limit anew: this far away from now.
     *
     * @throws MisuseException once the time is up or the block is left
     */
    public void reschedule(Duration delay) {
        move(delay);
    }

    /** Takes the limit away. */
    public void disable() {
        move(null);
    }

    /** Whether the time is up. */
    public boolean isExpired() {
        return state == State.EXPIRING || state == State.EXPIRED;
    }

    private void move(@Nullable Duration delay) {
        if (state != State.ENTERED) {
            throw new MisuseException("The timeout is over; only one whose time is not up can be moved.");
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (delay != null) {
            timer = delay.isZero() ? scheduler.soon(this::expire) : scheduler.after(delay, this::expire);
        }
    }

    private void expire() {
        timer = null;
        task.cancelWith(null, scheduler.cancel(Cancel.Kind.DEADLINE, "timeout", task::toString, false));
        state = State.EXPIRING;
    }

    /** That it is this timeout's own cancel is told by the count of requests. */
    private static boolean isCancelled(@Nullable Throwable thrown) {
        return thrown instanceof CancelledException;
    }

    private void exit(@Nullable Throwable thrown) {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (state == State.ENTERED) {
            state = State.EXITED;
        } else if (state == State.EXPIRING) {
            state = State.EXPIRED;
            if (task.uncancel() <= requestsBefore && isCancelled(thrown)) {
                throw new TimedOutException("The time is up.", thrown);
            }
        }
    }
}
