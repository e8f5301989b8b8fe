package dev.heed.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that comes later: asyncio's {@code Future}. Made by {@link Loop#promise()}; whoever has it may complete, await or
 * cancel it.
 *
 * @param <T> the value
 */
public class Promise<T> {
    /** What is told when a promise is done, in a later step of the loop. */
    interface Callback {

        /** The promise is done: the loop must be told what to do about it. */
        void schedule(Promise<?> done);
    }

    private enum Outcome {
        PENDING,
        VALUE,
        FAILURE,
        CANCELLED
    }

    final Scheduler scheduler;
    private final String label;
    private Outcome outcome = Outcome.PENDING;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private boolean isRetrieved;
    private @Nullable List<Callback> callbacks;

    /** The words of the last cancel, and all about it. A task keeps those of a pending one here, too, as asyncio does. */
    @Nullable
    String cancelMessage;

    @Nullable
    Cancel why;

    /** What a cancelled task died of; the first who asks gets this very object. */
    private @Nullable CancelledException cancelled;

    Promise(Scheduler scheduler, String label) {
        this.scheduler = scheduler;
        this.label = label;
    }

    /** Whether it has a value or a failure, or is cancelled. */
    public final boolean isDone() {
        return outcome != Outcome.PENDING;
    }

    /** Whether it was cancelled. */
    public final boolean isCancelled() {
        return outcome == Outcome.CANCELLED;
    }

    /** Whether it failed. */
    public final boolean isFailed() {
        return outcome == Outcome.FAILURE;
    }

    /** What it is, for reports of who waits for whom. */
    @Override
    public String toString() {
        return label;
    }

    /**
     * Suspends the task until this is done. If it is done already, goes on at once and looks for no cancel (rule R15).
     *
     * @return the value
     * @throws CancelledException if this, or the waiting task, was cancelled
     * @throws MisuseException outside a task, or if this belongs to another loop
     */
    public T await() {
        if (outcome == Outcome.PENDING) {
            checkAwaitable();
            scheduler.currentTask("await", this).suspend(this);
        }
        return result();
    }

    /**
     * The value, at once.
     *
     * @throws PromiseStateException if it is not there yet
     * @throws CancelledException if this was cancelled
     */
    @SuppressWarnings("NullAway") // The value of a Promise<Void>, say, is null.
    public final T result() {
        Throwable thrown = failure();
        if (thrown == null) {
            return value;
        }
        throw unchecked(thrown);
    }

    /**
     * What it failed with, or null if it has a value.
     *
     * @throws PromiseStateException if it is not done yet
     * @throws CancelledException if this was cancelled
     */
    public final @Nullable Throwable failure() {
        if (outcome == Outcome.CANCELLED) {
            throw takeCancelled();
        }
        if (outcome == Outcome.PENDING) {
            throw new PromiseStateException("This is not done yet; await it, or ask isDone() first: " + this + ".");
        }
        isRetrieved = true;
        return failure;
    }

    /**
     * Gives it its value.
     *
     * @throws PromiseStateException if it is done already
     */
    public void complete(@Nullable T result) {
        settle(Outcome.VALUE, result, null);
    }

    /**
     * Makes it fail.
     *
     * @throws PromiseStateException if it is done already
     */
    public void fail(Throwable thrown) {
        settle(Outcome.FAILURE, null, thrown);
    }

    /**
     * Asks to cancel it: see {@link Task#cancel()} for a task.
     *
     * @return false if it was done already
     */
    public final boolean cancel() {
        return cancel(null);
    }

    /**
     * Asks to cancel it, and says why.
     *
     * @return false if it was done already
     * @throws MisuseException if it was not done when its loop was closed
     */
    public final boolean cancel(@Nullable String reason) {
        scheduler.checkHolder("cancel");
        if (scheduler.isClosed() && (outcome == Outcome.PENDING || failure instanceof AbandonedError)) {
            throw new MisuseException("The loop is closed, and " + this
                    + " was left behind; cancel before you close, or let close() end it.");
        }
        return cancelWith(reason, scheduler.cancel(Cancel.Kind.EXPLICIT, reason, this::toString, false));
    }

    /** Calls back in a step of its own once this is done: soon, if it is already. */
    public final void whenDone(Consumer<? super Promise<T>> action) {
        addCallback(done -> scheduler.soon(() -> action.accept(this)));
    }

    /** Throws if awaiting it makes no sense. */
    void checkAwaitable() {}

    boolean cancelWith(@Nullable String message, Cancel cancel) {
        if (outcome != Outcome.PENDING) {
            return false;
        }
        outcome = Outcome.CANCELLED;
        cancelMessage = message;
        why = cancel;
        runCallbacks();
        return true;
    }

    /** Cancelled by this exception, which the first who asks will get. */
    void cancelledBy(CancelledException exception) {
        cancelled = exception;
        finishCancelled(null, exception.why());
    }

    /** Cancelled, whatever a subclass makes of a request. */
    final void finishCancelled(@Nullable String message, Cancel cancel) {
        if (outcome == Outcome.PENDING) {
            outcome = Outcome.CANCELLED;
            cancelMessage = message;
            why = cancel;
            runCallbacks();
        }
    }

    final void settle(Outcome how, @Nullable T result, @Nullable Throwable thrown) {
        scheduler.checkHolder("complete");
        if (outcome != Outcome.PENDING) {
            throw new PromiseStateException("This is done already, and is so once only: " + this + ".");
        }
        outcome = how;
        value = result;
        failure = thrown;
        runCallbacks();
    }

    final void succeed(@Nullable T result) {
        settle(Outcome.VALUE, result, null);
    }

    final void failWith(Throwable thrown) {
        settle(Outcome.FAILURE, null, thrown);
    }

    /** Completes it unless somebody was faster. */
    final void release(@Nullable T result) {
        if (outcome == Outcome.PENDING) {
            settle(Outcome.VALUE, result, null);
        }
    }

    /** What to throw for a cancelled promise: what its task died of for the first who asks, a new one after that. */
    final CancelledException takeCancelled() {
        Cancel cancel = why;
        if (cancel == null) {
            throw new AssertionError("nobody has cancelled " + this);
        }
        return takeCancelled(cancel);
    }

    /** The same; this may not be cancelled itself, and then tells of the given request. */
    final CancelledException takeCancelled(Cancel otherwise) {
        CancelledException exception = cancelled;
        cancelled = null;
        return exception != null ? exception : new CancelledException(cancelMessage, why == null ? otherwise : why);
    }

    final void addCallback(Callback callback) {
        if (outcome != Outcome.PENDING) {
            callback.schedule(this);
            return;
        }
        if (callbacks == null) {
            callbacks = new ArrayList<>(2);
        }
        callbacks.add(callback);
    }

    final void removeCallback(Callback callback) {
        if (callbacks != null) {
            callbacks.removeIf(one -> one == callback);
        }
    }

    /** Nobody needs to be told of its failure any more. */
    final void markRetrieved() {
        isRetrieved = true;
    }

    /** A failure that nobody has seen, or null. */
    final @Nullable Throwable unseenFailure() {
        return isRetrieved ? null : failure;
    }

    private void runCallbacks() {
        List<Callback> todo = callbacks;
        callbacks = null;
        if (todo != null) {
            for (Callback callback : todo) {
                callback.schedule(this);
            }
        }
    }

    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new FailureException(thrown);
    }
}
