package dev.heed.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block that can be cancelled as a whole, with all tasks below it: trio's {@code CancelScope}. Its cancellation is a level: every
 * suspension in it throws, again and again, until the block is left.
 */
public final class CancelScope {
    private final Scheduler scheduler;
    private final String name;
    private final Cancel.Kind kindAtDeadline;
    private @Nullable Duration limit;
    private @Nullable CancelScope parent;
    private @Nullable Task<?> owner;
    private @Nullable Timer timer;
    private long deadline = Long.MAX_VALUE;
    private boolean isShielded;
    private boolean isCaught;
    private boolean isEntered;
    private boolean isLeft;
    private @Nullable Cancel cancel;

    /** The cancel that the cleanup in this scope belongs to. */
    private @Nullable Cancel cause;

    CancelScope(
            Scheduler scheduler, String name, @Nullable Duration limit, boolean isShielded, Cancel.Kind atDeadline) {
        this.scheduler = scheduler;
        this.name = name;
        this.limit = limit;
        this.isShielded = isShielded;
        this.kindAtDeadline = atDeadline;
    }

    /** Cancels it; see {@link #cancel(String)}. */
    public void cancel() {
        cancel(null);
    }

    /** Cancels everything below it that no shield protects (rule R7); the first call counts. */
    public void cancel(@Nullable String reason) {
        scheduler.checkHolder("cancel a scope");
        cancelAs(Cancel.Kind.EXPLICIT, reason, null, null);
    }

    /** Whether it was cancelled, or its deadline has passed while it was open. */
    public boolean isCalled() {
        if (cancel == null && isEntered && !isLeft && scheduler.time().toNanos() >= deadline) {
            cancelAs(kindAtDeadline, null, null, null);
        }
        return cancel != null;
    }

    /** Whether a cancellation ended the block and went no further (rule R13). */
    public boolean isCaught() {
        return isCaught;
    }

    /** Whether cancels from outside must wait until the block is left. */
    public boolean isShielded() {
        return isShielded;
    }

    /** Sets the shield and returns this: for a block that must be let finish. */
    public CancelScope shielded() {
        shield(true);
        return this;
    }

    /** Sets the shield; what had to wait is delivered when it goes. */
    public void shield(boolean on) {
        scheduler.checkHolder("shield a scope");
        isShielded = on;
        if (!on) {
            tasksBelow().forEach(Task::deliverPending);
        }
    }

    /** Moves the deadline: it is this far away from now. */
    public void deadlineIn(Duration delay) {
        scheduler.checkHolder("move a deadline");
        deadline = scheduler.agenda().deadline(delay);
        limit = null;
        if (isEntered && !isLeft && cancel == null) {
            startTimer();
        }
    }

    /**
     * Runs a block in it, once.
     *
     * @return the block's result, or null if a cancellation of this scope ended it
     */
    public <T> @Nullable T run(Body<? extends T> body) {
        enter();
        T result = null;
        Throwable thrown = null;
        try {
            result = body.run();
        } catch (AbandonedError e) {
            throw e;
        } catch (Throwable t) { // It leaves again below, unless this scope was cancelled and asked for it.
            thrown = t;
        }
        Throwable rest = leave(thrown);
        if (rest != null) {
            throw Promise.unchecked(rest);
        }
        return thrown == null ? result : null;
    }

    /** The same, for a block without a result. */
    public void run(Action action) {
        Object unused = run(Loop.body(action));
    }

    @Override
    public String toString() {
        return "scope " + name;
    }

    void cancelAs(Cancel.Kind kind, @Nullable String reason, @Nullable Cancel because, @Nullable Throwable failure) {
        if (cancel != null) {
            return;
        }
        Cancel source = because == null ? cause : because;
        Cancel request = scheduler.cancel(kind, reason, toString(), true, source, failure);
        cancel = request;
        if (timer != null) {
            timer.cancel();
        }
        scheduler.tell(LoopEvent.Kind.SCOPE_CANCELLED, requesterName(), toString(), request.toString());
        tasksBelow().forEach(Task::deliverLevel);
    }

    private String requesterName() {
        Task<?> asking = scheduler.current();
        return asking == null ? "loop" : asking.name();
    }

    /** The tasks in it, or in a scope in it, in the order of their creation. */
    private List<Task<?>> tasksBelow() {
        List<Task<?>> below = new ArrayList<>();
        for (Task<?> task : scheduler.tasks()) {
            for (CancelScope scope = task.scope(); scope != null; scope = scope.parent) {
                if (scope == this) {
                    below.add(task);
                    break;
                }
            }
        }
        return below;
    }

    void enter() {
        Task<?> task = scheduler.currentTask("enter a scope");
        if (isEntered) {
            throw new MisuseException("A scope can be entered once only; make a new one for each block: " + this + ".");
        }
        isEntered = true;
        owner = task;
        parent = task.scope();
        task.enter(this);
        if (isShielded) {
            cause = task.unwinding();
        }
        if (limit != null) {
            deadline = scheduler.agenda().deadline(limit);
        }
        if (cancel == null && deadline <= scheduler.time().toNanos()) {
            cancelAs(kindAtDeadline, null, null, null);
        } else if (cancel == null && deadline != Long.MAX_VALUE) {
            startTimer();
        }
    }

    private void startTimer() {
        if (timer != null) {
            timer.cancel();
        }
        timer = scheduler.agenda().at(deadline, () -> cancelAs(kindAtDeadline, null, null, null));
    }

    /** Leaves it, and tells what is left of what was thrown. */
    @Nullable
    Throwable leave(@Nullable Throwable thrown) {
        Task<?> task = owner;
        if (task == null) {
            throw new AssertionError("left without having been entered");
        }
        if (task.scope() != this) {
            throw new MisuseException("Scopes must be left in reverse order; " + this + " is not the innermost.");
        }
        task.enter(parent);
        isLeft = true;
        if (timer != null) {
            timer.cancel();
        }
        if (thrown == null || cancel == null || isOutdone()) {
            return thrown;
        }
        Throwable rest = withoutCancelled(thrown);
        isCaught = rest != thrown;
        return rest;
    }

    /** Whether a scope outside this one is cancelled and visible: then it takes the exception. */
    private boolean isOutdone() {
        return !isShielded && effective(parent) != null;
    }

    /** What is left of an exception when the cancellations by scopes are taken out; null if nothing is. */
    private static @Nullable Throwable withoutCancelled(Throwable thrown) {
        if (thrown instanceof CancelledException exception) {
            return exception.why().isLevel() ? null : thrown;
        }
        if (!(thrown instanceof ExceptionGroup group)) {
            return thrown;
        }
        List<Throwable> rest = new ArrayList<>();
        boolean hasChanged = false;
        for (Throwable failure : group.failures()) {
            Throwable left = withoutCancelled(failure);
            hasChanged |= left != failure;
            if (left != null) {
                rest.add(left);
            }
        }
        if (!hasChanged) {
            return thrown;
        }
        return rest.isEmpty() ? null : new ExceptionGroup("Several tasks failed", rest);
    }

    /** The cancel that counts in a scope: that of the first cancelled scope on the way up to a shield, or null. */
    static @Nullable Cancel effective(@Nullable CancelScope innermost) {
        for (CancelScope scope = innermost; scope != null; scope = scope.parent) {
            if (scope.cancel != null) {
                return scope.cancel;
            }
            if (scope.isShielded) {
                return null;
            }
        }
        return null;
    }

    /** The earliest deadline on the way up to a shield, or null if there is none. */
    static @Nullable Duration earliestDeadline(@Nullable CancelScope innermost) {
        long earliest = Long.MAX_VALUE;
        for (CancelScope scope = innermost; scope != null; scope = scope.isShielded ? null : scope.parent) {
            earliest = Math.min(earliest, scope.deadline);
        }
        return earliest == Long.MAX_VALUE ? null : Duration.ofNanos(earliest);
    }

    /** Whether a shield keeps edges away. */
    static boolean isMasked(@Nullable CancelScope innermost) {
        for (CancelScope scope = innermost; scope != null; scope = scope.parent) {
            if (scope.isShielded) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Cancel request() {
        return cancel;
    }
}
