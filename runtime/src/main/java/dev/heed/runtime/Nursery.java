package dev.heed.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in a scope of their own that end before their block does: trio's nursery. A failure cancels the scope, by levels; all
 * failures leave together.
 */
public final class Nursery {
    private final Scheduler scheduler;
    private final Task<?> parent;
    private final CancelScope scope;
    private final Set<Task<?>> tasks = new LinkedHashSet<>();
    private final List<Throwable> failures = new ArrayList<>();
    private @Nullable Promise<Void> allDone;
    private @Nullable CancelledException edge;
    private boolean isClosed;

    private Nursery(Scheduler scheduler, String name, Task<?> parent) {
        this.scheduler = scheduler;
        this.parent = parent;
        this.scope = new CancelScope(scheduler, name, null, false, Cancel.Kind.DEADLINE);
    }

    /** A block that is given its nursery. */
    @FunctionalInterface
    public interface Block<T> {

        /**
         * Runs to its end.
         *
         * @throws Exception whatever it fails with
         */
        T run(Nursery nursery) throws Exception;
    }

    static <T> @Nullable T run(Scheduler scheduler, String name, Block<? extends T> block) {
        Nursery nursery = new Nursery(scheduler, name, scheduler.currentTask("open a nursery"));
        nursery.scope.enter();
        T result = null;
        try {
            result = block.run(nursery);
        } catch (AbandonedError e) {
            throw e;
        } catch (Throwable thrown) { // It leaves below, together with those of the tasks.
            nursery.add(thrown);
        }
        nursery.join();
        nursery.leave();
        return result;
    }

    /** The scope of its tasks and its block. */
    public CancelScope scope() {
        return scope;
    }

    /** Starts a task in it, without a result. */
    public Task<Void> spawn(String taskName, Action action) {
        return spawn(taskName, Loop.body(action));
    }

    /**
     * Starts a task in it.
     *
     * @throws MisuseException if the nursery is closed
     */
    public <T> Task<T> spawn(String taskName, Body<? extends T> body) {
        if (isClosed) {
            throw new MisuseException("The nursery is closed; spawn in its block, or in a task of it: " + this + ".");
        }
        Task<T> task = scheduler.spawn(taskName, body, scope);
        tasks.add(task);
        task.addCallback(done -> taskDone(task));
        return task;
    }

    @Override
    public String toString() {
        return "nursery of " + scope;
    }

    private void taskDone(Task<?> task) {
        tasks.remove(task);
        if (task.isCancelled()) {
            add(task.takeCancelled());
        } else if (task.isFailed()) {
            Throwable failure = task.failure();
            if (failure != null) {
                add(failure);
            }
        }
        Promise<Void> waiter = allDone;
        if (waiter != null && tasks.isEmpty()) {
            waiter.release(null);
        }
    }

    private void add(Throwable thrown) {
        if (thrown instanceof CancelledException cancelled) {
            if (!cancelled.why().isLevel()) {
                edge = cancelled;
            }
            failures.add(thrown);
            scope.cancelAs(Cancel.Kind.PARENT_ENDED, null, cancelled.why(), null);
        } else {
            failures.add(thrown);
            scope.cancelAs(Cancel.Kind.SIBLING_FAILED, null, null, thrown);
        }
    }

    private void join() {
        if (tasks.isEmpty()) {
            isClosed = true;
            parent.yieldNow(true);
            return;
        }
        while (!tasks.isEmpty()) {
            Promise<Void> waiter = new Promise<>(scheduler, "the tasks of " + this);
            allDone = waiter;
            try {
                parent.suspendDeaf(waiter);
            } catch (CancelledException e) { // An edge: the tasks are told, and it leaves when they have ended.
                edge = e;
                scope.cancelAs(Cancel.Kind.PARENT_ENDED, null, e.why(), null);
            }
            allDone = null;
        }
        isClosed = true;
    }

    private void leave() {
        Throwable together = failures.isEmpty() ? null : new ExceptionGroup("Tasks of " + this + " failed", failures);
        Throwable rest = scope.leave(together);
        CancelledException passedOn = edge;
        if (passedOn != null && (rest == null || onlyEdges(rest))) {
            throw passedOn;
        }
        if (rest != null) {
            throw Promise.unchecked(rest);
        }
    }

    /** Whether nothing but cancels is left, so that the one that came from outside says it all. */
    private static boolean onlyEdges(Throwable rest) {
        return rest instanceof ExceptionGroup group
                && group.failures().stream().allMatch(failure -> failure instanceof CancelledException);
    }
}
