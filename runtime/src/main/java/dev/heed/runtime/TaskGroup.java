package dev.heed.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that end before their block does: asyncio's {@code TaskGroup}. One failure cancels the others and the block; the group
 * then raises all failures together (rule R12).
 */
public final class TaskGroup {
    private final Scheduler scheduler;
    private final String name;
    private final Task<?> parent;
    private final @Nullable CancelScope scope;
    private final Set<Task<?>> tasks = new LinkedHashSet<>();
    private final List<Throwable> failures = new ArrayList<>();
    private @Nullable Promise<Void> allDone;
    private boolean isExiting;
    private boolean isAborting;
    private boolean hasCancelledParent;

    private TaskGroup(Scheduler scheduler, String name, Task<?> parent) {
        this.scheduler = scheduler;
        this.name = name;
        this.parent = parent;
        this.scope = parent.scope();
    }

    /** A block that is given its group. */
    @FunctionalInterface
    public interface Block<T> {

        /**
         * Runs to its end.
         *
         * @throws Exception whatever it fails with
         */
        T run(TaskGroup group) throws Exception;
    }

    static <T> T run(Scheduler scheduler, String name, Block<? extends T> block) {
        TaskGroup group = new TaskGroup(scheduler, name, scheduler.currentTask("open a group"));
        T result;
        try {
            result = block.run(group);
        } catch (AbandonedError e) {
            throw e;
        } catch (Throwable thrown) { // The group decides what leaves: this, or a group of failures.
            group.exit(thrown);
            throw Promise.unchecked(thrown);
        }
        group.exit(null);
        return result;
    }

    /** Starts a task of the group, without a result. */
    public Task<Void> spawn(String taskName, Action action) {
        return spawn(taskName, Loop.body(action));
    }

    /**
     * Starts a task of the group.
     *
     * @throws MisuseException if the group is finished, or is shutting down after a failure
     */
    public <T> Task<T> spawn(String taskName, Body<? extends T> body) {
        if (isExiting && tasks.isEmpty()) {
            throw new MisuseException("The group is finished; spawn in its block, or in a task of it: " + this + ".");
        }
        if (isAborting) {
            throw new MisuseException("The group is shutting down and takes no new task: " + this + ".");
        }
        Task<T> task = scheduler.spawn(taskName, body, scope);
        tasks.add(task);
        task.addCallback(done -> scheduler.soon(() -> taskDone(task)));
        return task;
    }

    @Override
    public String toString() {
        return "group " + name;
    }

    private void taskDone(Task<?> task) {
        tasks.remove(task);
        Promise<Void> waiter = allDone;
        if (waiter != null && tasks.isEmpty()) {
            waiter.release(null);
        }
        if (task.isCancelled()) {
            return;
        }
        Throwable failure = task.failure();
        if (failure == null) {
            return;
        }
        failures.add(failure);
        if (parent.isDone()) {
            scheduler.report(
                    Report.Kind.FAILURE_UNSEEN,
                    task + " failed after " + parent + ", which opened its group, had ended",
                    failure);
            return;
        }
        if (!isAborting && !hasCancelledParent) {
            abort(Cancel.Kind.SIBLING_FAILED, task + " failed", null, failure);
            hasCancelledParent = true;
            parent.cancelWith(null, request(Cancel.Kind.SIBLING_FAILED, task + " failed", parent, null, failure));
        }
    }

    private void abort(Cancel.Kind kind, @Nullable String reason, @Nullable Cancel cause, @Nullable Throwable failure) {
        isAborting = true;
        for (Task<?> task : List.copyOf(tasks)) {
            if (!task.isDone()) {
                task.cancelWith(null, request(kind, reason, task, cause, failure));
            }
        }
    }

    private Cancel request(
            Cancel.Kind kind,
            @Nullable String reason,
            Task<?> target,
            @Nullable Cancel cause,
            @Nullable Throwable failure) {
        return scheduler
                .cancel(kind, reason, target.toString(), false, cause, failure)
                .by(toString());
    }

    private void abortBecauseOf(Throwable thrown) {
        if (thrown instanceof CancelledException cancelled) {
            abort(Cancel.Kind.PARENT_ENDED, null, cancelled.why(), null);
        } else {
            abort(Cancel.Kind.PARENT_ENDED, null, null, thrown);
        }
    }

    /** Waits for the tasks, and throws what must be thrown; returns if the block's own end stands. */
    private void exit(@Nullable Throwable thrown) {
        isExiting = true;
        CancelledException passedOn = thrown instanceof CancelledException cancelled ? cancelled : null;
        if (hasCancelledParent && parent.uncancel() == 0) {
            passedOn = null;
        }
        if (thrown != null && !isAborting) {
            abortBecauseOf(thrown);
        }
        while (!tasks.isEmpty()) {
            Promise<Void> waiter = new Promise<>(scheduler, "the tasks of " + this);
            allDone = waiter;
            try {
                if (isAborting) {
                    // The tasks have been told. A scope would only break this wait again at once, for ever.
                    parent.suspendDeaf(waiter);
                } else {
                    waiter.await();
                }
            } catch (CancelledException e) { // Passed on below, when the tasks have ended.
                if (!isAborting) {
                    passedOn = e;
                    abortBecauseOf(e);
                }
            }
            allDone = null;
        }
        if (passedOn != null && failures.isEmpty()) {
            throw passedOn;
        }
        if (thrown != null && !(thrown instanceof CancelledException)) {
            failures.add(thrown);
        }
        if (!failures.isEmpty()) {
            throw new ExceptionGroup("Tasks of " + this + " failed", failures);
        }
        // A cancel of the block by the group itself, with no failure to tell of, ends here.
        if (thrown != null) {
            throw Promise.unchecked(thrown);
        }
    }
}
