package dev.heed.runtime;

import java.util.ArrayList;
import java.util.List;

/** Ends a loop (rule R16): cancels all tasks, runs them to their ends, reports what went wrong, and closes. */
final class Shutdown {
    /** Cleanups that spawn tasks that spawn tasks: at some point it is enough. */
    private static final int ROUNDS = 100;

    private final Settings settings;
    private final Scheduler scheduler;
    private boolean isClosing;
    private boolean isClosed;

    Shutdown(Settings settings, Scheduler scheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
    }

    void checkOpen() {
        if (isClosed) {
            throw new MisuseException("The loop is closed; make a new one.");
        }
    }

    void close() {
        if (isClosed || isClosing) {
            return;
        }
        checkOutside("close");
        isClosing = true;
        try {
            if (settings.closing() == Loop.Closing.ONCE) {
                endTasks();
                drain();
                drain();
            } else {
                for (int round = 0; round < ROUNDS && endTasks(); round++) {
                    drain();
                }
                drain();
            }
        } finally {
            finish();
        }
    }

    void closeNow() {
        if (!isClosed) {
            checkOutside("close");
            finish();
        }
    }

    private void checkOutside(String what) {
        if (scheduler.isDriven()) {
            throw new MisuseException(
                    "Cannot " + what + " a loop while it runs; let its main body return, or interrupt() it.");
        }
    }

    /** Cancels the tasks that there are and runs until they have ended; false if there are none. */
    private boolean endTasks() {
        List<Task<?>> tasks = scheduler.tasks();
        if (tasks.isEmpty()) {
            return false;
        }
        for (Task<?> task : tasks) {
            task.cancelWith(null, scheduler.cancel(Cancel.Kind.SHUTDOWN, null, task::toString, false));
        }
        List<Promise<Object>> promises = new ArrayList<>();
        for (Task<?> task : tasks) {
            @SuppressWarnings("unchecked") // Its value is not looked at.
            Promise<Object> promise = (Promise<Object>) task;
            promises.add(promise);
        }
        scheduler.driveUntil(Gathering.of(scheduler, promises, true, outcome -> outcome));
        for (Task<?> task : tasks) {
            Throwable failure = task.isCancelled() ? null : task.failure();
            if (failure != null) {
                scheduler.report(
                        Report.Kind.FAILED_IN_SHUTDOWN, task + " failed while the loop closed: " + failure, failure);
            }
        }
        return true;
    }

    /** Runs what is ready, as asyncio's runner does when it ends its generators and helper threads. */
    private void drain() {
        Promise<Void> end = new Promise<>(scheduler, "the end");
        Timer unused = scheduler.soon(() -> end.release(null));
        scheduler.driveUntil(end);
    }

    private void finish() {
        isClosed = true;
        for (Task<?> task : scheduler.failed()) {
            Throwable failure = task.unseenFailure();
            if (failure != null) {
                scheduler.report(
                        Report.Kind.FAILURE_UNSEEN,
                        task + " failed, and nobody awaited it: " + failure + "; await it, or spawn it in a group.",
                        failure);
            }
        }
        for (Task<?> task : scheduler.tasks()) {
            scheduler.report(
                    Report.Kind.LEFT_BEHIND,
                    Waiters.line(task) + " and was left behind; its cleanup has not run to its end.",
                    null);
        }
        scheduler.abandonAll();
    }
}
