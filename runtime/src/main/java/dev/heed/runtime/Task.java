package dev.heed.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that the loop runs: asyncio's {@code Task}. Its body is ordinary code, on a stack of its own; a call that suspends
 * suspends all of it.
 *
 * @param <T> what it returns
 */
public final class Task<T> extends Promise<T> {

    /** Where a task is in its life. */
    public enum State {
        CREATED,
        READY,
        RUNNING,
        SUSPENDED,
        RETURNED,
        FAILED,
        CANCELLED
    }

    private final long id;
    private final String name;
    private final Body<? extends T> body;
    private final Step step = new Step(this);
    private @Nullable Baton baton;
    private boolean isStarted;
    private @Nullable Throwable injected;

    /** What it waits for; null while it is ready, runs, or only yields. */
    private @Nullable Promise<?> waiting;

    private @Nullable Place awaitPlace;

    /** Set while a wait must not be broken by a scope, only by an edge. */
    private boolean isDeaf;

    private int requests;
    private boolean isPending;
    private boolean isAsking;

    /** CPython never forgets this: until the task is done, nobody can await it. */
    private boolean hasAwaitedItself;

    private @Nullable Cancel unwinding;
    private @Nullable CancelScope scope;

    /** Its neighbours among the tasks that have not ended. */
    @Nullable
    Task<?> previous;

    @Nullable
    Task<?> next;

    Task(Scheduler scheduler, long id, String name, Body<? extends T> body, @Nullable CancelScope scope) {
        super(scheduler, "task");
        this.id = id;
        this.name = name;
        this.body = body;
        this.scope = scope;
    }

    /** Its name, as given when it was spawned. */
    public String name() {
        return name;
    }

    /** The number of its creation, from 1. */
    public long id() {
        return id;
    }

    /** As reports and provenance call it. */
    @Override
    public String toString() {
        return "task " + name;
    }

    /** Where it is in its life. */
    public State state() {
        if (isCancelled()) {
            return State.CANCELLED;
        }
        if (isDone()) {
            return isFailed() ? State.FAILED : State.RETURNED;
        }
        if (scheduler.current() == this) {
            return State.RUNNING;
        }
        if (!isStarted) {
            return State.CREATED;
        }
        return waiting == null || waiting.isDone() ? State.READY : State.SUSPENDED;
    }

    /** How many requests to cancel it stand: asyncio's {@code cancelling()}. */
    public int requests() {
        return requests;
    }

    /**
     * Takes one request back, as who absorbs a cancel must; a cancel that is not delivered yet still comes (rule R10; asyncio's
     * {@code uncancel} until 3.12).
     *
     * @return how many still stand
     */
    public int uncancel() {
        requests = Math.max(0, requests - 1);
        if (requests == 0) {
            unwinding = null;
        }
        return requests;
    }

    /**
     * A request to cancel it (rules R1, R2, R3): what it waits for is cancelled, so the innermost of a chain of waiting tasks sees
     * it first. It may refuse: the request is counted, no more.
     */
    @Override
    boolean cancelWith(@Nullable String message, Cancel cancel) {
        if (isDone()) {
            return false;
        }
        if (isAsking) {
            scheduler.tell(LoopEvent.Kind.CAME_ROUND, name, cancel.requester(), "");
            return false;
        }
        requests++;
        markRetrieved();
        tellOf(cancel);
        Promise<?> promise = CancelScope.isMasked(scope) ? null : waiting;
        if (promise != null && ask(promise, message, cancel)) {
            return true;
        }
        isPending = true;
        cancelMessage = message;
        why = cancel;
        if (promise != null && !promise.isDone()) {
            breakOut(promise);
        }
        return true;
    }

    /** What it waits for waits for it in turn, and nobody in the ring would ever go on: this one does. */
    private void breakOut(Promise<?> promise) {
        promise.removeCallback(step);
        waiting = null;
        step.schedule((Throwable) null);
    }

    /** Unless it came from a task that waits for this one, which has told that it passed it on. */
    private void tellOf(Cancel cancel) {
        List<Cancel.Hop> path = cancel.path();
        boolean isTold = !path.isEmpty() && path.get(path.size() - 1).from().startsWith("task ");
        if (!isTold && scheduler.isListenedTo()) {
            scheduler.tell(LoopEvent.Kind.REQUESTED, name, cancel.requester(), cancel.toString());
        }
    }

    /** Passes a cancel on to what it waits for. In a ring of tasks that wait for each other it ends where it began. */
    private boolean ask(Promise<?> promise, @Nullable String message, Cancel cancel) {
        isAsking = true;
        try {
            return promise.cancelWith(message, onward(promise, cancel));
        } finally {
            isAsking = false;
        }
    }

    private Cancel onward(Promise<?> promise, Cancel cancel) {
        if (!scheduler.provenance().hasPlaces() || !(promise instanceof Task || promise instanceof Gathering)) {
            return cancel;
        }
        scheduler.tell(
                LoopEvent.Kind.PASSED_ON,
                name,
                promise.toString(),
                cancel.kind().name());
        return cancel.via(new Cancel.Hop(toString(), awaitPlace, promise.toString(), scheduler.time()));
    }

    /** Asks again on behalf of a scope, which is no edge and is not counted (rules R6, R7). */
    void deliverLevel() {
        Cancel cancel = CancelScope.effective(scope);
        if (cancel != null && waiting != null && !isDeaf) {
            ask(waiting, null, cancel);
        }
    }

    /** A shield has gone: what had to wait for that comes now. */
    void deliverPending() {
        Promise<?> promise = waiting;
        if (isPending && promise != null && why != null && !CancelScope.isMasked(scope)) {
            isPending = !ask(promise, cancelMessage, why);
        }
        deliverLevel();
    }

    /** Suspends until the promise is done, or a cancel comes. Throws what the loop has for it (rules R4, R5, R6). */
    void suspend(Promise<?> promise) {
        if (promise == this) {
            hasAwaitedItself = true;
            step.schedule(
                    new MisuseException("Task " + name + " awaits itself and would never end; await another task."));
        } else {
            promise.addCallback(step);
            waiting = promise;
            if (scheduler.provenance() == Provenance.DETAILED) {
                awaitPlace = Place.here();
            }
            if (isPending && why != null && !CancelScope.isMasked(scope)) {
                isPending = !ask(promise, cancelMessage, why);
                if (isPending && !promise.isDone()) {
                    breakOut(promise);
                }
            }
            deliverLevel();
        }
        if (scheduler.isListenedTo()) {
            scheduler.tell(LoopEvent.Kind.SUSPENDED, name, promise.toString(), "");
        }
        pause();
    }

    /** Suspends until the promise is done; scopes must wait, edges need not. */
    void suspendDeaf(Promise<?> promise) {
        isDeaf = true;
        try {
            suspend(promise);
        } finally {
            isDeaf = false;
        }
    }

    /** Lets the others run for one iteration: asyncio's {@code sleep(0)}. */
    void yieldNow(boolean isShielded) {
        Cancel level = isShielded ? null : CancelScope.effective(scope);
        step.schedule(level == null ? null : new CancelledException(null, level));
        pause();
    }

    private void pause() {
        Baton mine = baton;
        if (mine == null) {
            throw new AssertionError(this + " suspends, but was never started");
        }
        scheduler.leave(this, mine);
        Throwable exception = injected;
        injected = null;
        if (exception != null) {
            if (exception instanceof CancelledException cancel) {
                cancel.deliver(toString(), scheduler.provenance().hasPlaces());
            }
            throw unchecked(exception);
        }
    }

    @Override
    void checkAwaitable() {
        if (hasAwaitedItself) {
            throw new MisuseException(
                    "Task " + name + " has awaited itself, and cannot be awaited any more; await another task.");
        }
    }

    /** Its turn has come. Returns itself if it must run now, null if it has ended without. */
    @Nullable
    Task<?> step(@Nullable Throwable given) {
        Throwable exception = given;
        if (isPending && (!isStarted || !CancelScope.isMasked(scope))) {
            isPending = false;
            if (!(exception instanceof CancelledException)) {
                exception = takeCancelled();
            }
        }
        waiting = null;
        awaitPlace = null;
        if (exception instanceof CancelledException cancel) {
            unwinding = cancel.why();
            scheduler.tell(
                    LoopEvent.Kind.DELIVERED,
                    name,
                    cancel.why().requester(),
                    cancel.why().toString());
        }
        if (!isStarted && exception != null) {
            end(null, exception);
            return null;
        }
        injected = exception;
        return this;
    }

    /** The body, from its first step to its end, on a thread of its own. */
    void runBody() {
        T result = null;
        Throwable thrown = null;
        try {
            result = body.run();
        } catch (Throwable t) { // Every way in which it ends is its outcome, and is told to those who await it.
            thrown = t;
        }
        end(result, thrown);
    }

    private void end(@Nullable T result, @Nullable Throwable thrown) {
        scheduler.ended(this);
        if (thrown == null && isPending && why != null) {
            isPending = false;
            finishCancelled(cancelMessage, why);
        } else if (thrown == null) {
            succeed(result);
        } else if (thrown instanceof CancelledException cancel) {
            cancelledBy(cancel);
        } else {
            failWith(thrown);
            scheduler.failed(this);
        }
        scheduler.tell(LoopEvent.Kind.ENDED, name, "", thrown == null ? "" : String.valueOf(thrown));
    }

    /** What {@code why} it is on its way out with, if it is. */
    @Nullable
    Cancel unwinding() {
        return unwinding;
    }

    @Nullable
    CancelScope scope() {
        return scope;
    }

    void enter(@Nullable CancelScope inner) {
        scope = inner;
    }

    @Nullable
    Promise<?> waiting() {
        return waiting;
    }

    Step nextStep() {
        return step;
    }

    /** It has a thread from now on. */
    void started(Baton own) {
        isStarted = true;
        baton = own;
    }

    @Nullable
    Baton baton() {
        return baton;
    }

    /** @throws MisuseException always: a task gets its value from its body */
    @Override
    public void complete(@Nullable T result) {
        throw new MisuseException("A task gets its value from its body; complete a promise instead: " + this + ".");
    }

    /** @throws MisuseException always: a task fails by its body */
    @Override
    public void fail(Throwable thrown) {
        throw new MisuseException("A task fails by its body; let a promise fail instead: " + this + ".");
    }
}
