package dev.heed.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * An event loop, and the door to all that runs on it. Exactly one of the loop and its tasks runs at any time, so programs are
 * deterministic. In virtual time nothing ever waits; in real time it does.
 *
 * <pre>{@code
 * try (Loop loop = Loop.virtualTime()) {
 *     String answer = loop.run(() -> {
 *         Task<String> work = loop.spawn("work", () -> {
 *             loop.sleep(Duration.ofSeconds(1));
 *             return "done";
 *         });
 *         return work.await();
 *     });
 * }
 * }</pre>
 *
 * <p>The semantics are asyncio's (CPython 3.11, "Coroutines and Tasks" in its manual) for tasks, timeouts, groups, shields and
 * gather, and trio's ("Cancellation and timeouts") for scopes and nurseries; what is ours says so.
 */
public final class Loop implements AutoCloseable {
    private final Settings settings;
    private final Scheduler scheduler;
    private final Helpers helpers;
    private final Shutdown shutdown;
    private @Nullable Task<?> main;
    private int interrupts;

    Loop(Settings settings) {
        this.settings = settings;
        this.scheduler = new Scheduler(settings);
        this.helpers = new Helpers(scheduler);
        this.shutdown = new Shutdown(settings, scheduler);
        scheduler.onInterrupt(this::threadInterrupted);
    }

    /** When a wait for several promises ends. */
    public enum Until {
        ALL_DONE,
        FIRST_DONE,
        FIRST_FAILED
    }

    /** What closing does with tasks that cleanups spawn. */
    public enum Closing {
        /** Ours: they are cancelled, too, until none is left. */
        UNTIL_ALL_ENDED,
        /** As in asyncio's runner, up to 3.14: they are left behind. */
        ONCE
    }

    /**
     * What has come of a wait.
     *
     * @param done in the order in which they were given
     * @param pending those that are not
     */
    public record Waited<T>(List<Promise<? extends T>> done, List<Promise<? extends T>> pending) {}

    /** A loop in virtual time, on the best back end there is. */
    public static Loop virtualTime() {
        return builder().build();
    }

    /** A loop in real time, on the best back end there is. */
    public static Loop realTime() {
        return builder().realTime().build();
    }

    /** For all other loops. */
    public static LoopBuilder builder() {
        return new LoopBuilder();
    }

    // Running

    /**
     * Runs it as the task {@code main} and returns its result. Other tasks may be left; {@link #close()} ends them. If the calling
     * thread is interrupted, main is cancelled as by {@link #interrupt()}, and the thread's status is set again at the end.
     *
     * @throws LoopInterruptedException if an interrupt ended it
     * @throws DeadlockException if nothing can ever go on
     * @throws CancelledException if main was cancelled otherwise
     * @throws MisuseException if a loop runs in this thread already, or this one is closed
     */
    public <T> T run(Body<? extends T> body) {
        shutdown.checkOpen();
        if (scheduler.isDriven() || Scheduler.here() != null) {
            throw new MisuseException("A loop runs here already; call the body directly, or spawn it as a task.");
        }
        Task<T> task = scheduler.spawn("main", body, null);
        main = task;
        interrupts = 0;
        try (Watchdog watchdog = new Watchdog(scheduler, settings.watchdog())) {
            watchdog.start();
            scheduler.driveUntil(task);
            return task.result();
        } catch (CancelledException e) {
            if (interrupts > 0 && task.uncancel() == 0) {
                throw new LoopInterruptedException("The run was interrupted.", e);
            }
            throw e;
        } finally {
            main = null;
        }
    }

    /** The same, for what has no result. */
    public void run(Action action) {
        run(body(action));
    }

    /**
     * From any thread: the first call cancels main, so that it can clean up; the second stops the run at once (rule R16, asyncio's
     * Ctrl-C).
     */
    public void interrupt() {
        if (scheduler.holder() == Thread.currentThread()) {
            interrupted();
        } else {
            scheduler.agenda().post(this::interrupted);
        }
    }

    /** An interrupt status is a flag: however often it is set, it is one interrupt. */
    private void threadInterrupted() {
        if (interrupts == 0) {
            interrupted();
        }
    }

    private void interrupted() {
        interrupts++;
        Task<?> task = main;
        if (interrupts == 1 && task != null && !task.isDone()) {
            task.cancelWith(null, scheduler.cancel(Cancel.Kind.INTERRUPT, null, task::toString, false));
        } else {
            scheduler.abort(new LoopInterruptedException("The run was interrupted again, and stopped at once.", null));
        }
    }

    /**
     * Cancels all tasks and runs them until they have ended, so that their cleanups run; then closes. Failures, and what is left
     * behind, go to the reporter.
     *
     * @throws DeadlockException if a cleanup waits for ever; the loop is closed nevertheless
     */
    @Override
    public void close() {
        shutdown.close();
        helpers.close();
    }

    /** Closes without running anything: what asyncio's {@code loop.close()} does. The reporter hears of each task left behind. */
    public void closeNow() {
        shutdown.closeNow();
        helpers.close();
    }

    // Tasks

    /** Starts a task without a result. */
    public Task<Void> spawn(String name, Action action) {
        return spawn(name, body(action));
    }

    /** Starts a task; it runs from the next iteration on (asyncio's {@code create_task}). */
    public <T> Task<T> spawn(String name, Body<? extends T> body) {
        shutdown.checkOpen();
        return scheduler.spawn(name, body, null);
    }

    /**
     * The task that calls.
     *
     * @throws MisuseException outside a task
     */
    public Task<?> currentTask() {
        return scheduler.currentTask("ask for the current task");
    }

    /** The tasks that have not ended, in the order of their creation. */
    public List<Task<?>> tasks() {
        return List.copyOf(scheduler.tasks());
    }

    /** Time since the loop's start. */
    public Duration now() {
        return scheduler.time();
    }

    /** How many steps the loop has made: callbacks, and steps of tasks. */
    public long steps() {
        return scheduler.steps();
    }

    // Waiting

    /** Suspends the task for a time; zero lets the others run for one iteration (asyncio's {@code sleep}). */
    public void sleep(Duration time) {
        long nanos = Agenda.nanos(time);
        if (nanos == 0) {
            scheduler.currentTask("sleep").yieldNow(false);
            return;
        }
        Promise<Void> over = new Promise<>(scheduler, "sleep");
        scheduler.currentTask("sleep");
        Timer timer = scheduler.after(time, () -> over.release(null));
        try {
            over.await();
        } finally {
            timer.cancel();
        }
    }

    /** Lets the others run for one iteration. A pending cancel is delivered: asyncio's {@code sleep(0)}. */
    public void yieldNow() {
        scheduler.currentTask("yield").yieldNow(false);
    }

    /** The same; no scope's cancellation is delivered, an edge's is (trio's {@code cancel_shielded_checkpoint}). */
    public void yieldShielded() {
        scheduler.currentTask("yield").yieldNow(true);
    }

    /** Lets the others run, then looks for a cancellation of the scopes: trio's {@code checkpoint} (rule R15). */
    public void checkpoint() {
        Task<?> task = scheduler.currentTask("pass a checkpoint");
        task.yieldNow(true);
        if (CancelScope.effective(task.scope()) != null) {
            task.suspend(new Promise<>(scheduler, "a cancelled scope"));
        }
    }

    /** A checkpoint if a scope around the caller is cancelled, so that it throws; else nothing (trio's {@code checkpoint_if_cancelled}). */
    public void checkCancelled() {
        if (isCancelled()) {
            checkpoint();
        }
    }

    /** Whether a scope around the caller is cancelled, so that its next suspension throws. */
    public boolean isCancelled() {
        return CancelScope.effective(
                        scheduler.currentTask("ask for cancellation").scope())
                != null;
    }

    /** When the first of the scopes around the caller will be cancelled; null for never (trio's {@code current_effective_deadline}). */
    public @Nullable Duration deadline() {
        return CancelScope.earliestDeadline(
                scheduler.currentTask("ask for the deadline").scope());
    }

    /** Suspends the task until it is cancelled. */
    public void sleepForever() {
        Promise<Void> never = new Promise<>(scheduler, "for ever");
        never.await();
    }

    /** A promise that anybody may complete. */
    public <T> Promise<T> promise() {
        return promise("promise");
    }

    /** A promise with a name for reports. */
    public <T> Promise<T> promise(String name) {
        return new Promise<>(scheduler, name);
    }

    /** All values, in order; fails as the first failing child does, and the others go on (asyncio's {@code gather}). */
    public <T> Promise<List<T>> gather(List<? extends Promise<? extends T>> promises) {
        return Gathering.of(scheduler, promises, false, Loop::valueOf);
    }

    @SuppressWarnings("NullAway") // The value of a Promise<Void>, say, is null.
    private static <T> T valueOf(Outcome<T> outcome) {
        return outcome.value();
    }

    /** All outcomes, in order (asyncio's {@code gather} with {@code return_exceptions}). */
    public <T> Promise<List<Outcome<T>>> gatherOutcomes(List<? extends Promise<? extends T>> promises) {
        return Gathering.of(scheduler, promises, true, outcome -> outcome);
    }

    /** Waits until enough of them are done; cancels none (asyncio's {@code wait}). */
    public <T> Waited<T> wait(Collection<? extends Promise<? extends T>> promises, Until until) {
        return Waits.wait(scheduler, promises, null, until);
    }

    /** The same, for so long at most. */
    public <T> Waited<T> wait(Collection<? extends Promise<? extends T>> promises, Until until, Duration limit) {
        return Waits.wait(scheduler, promises, limit, until);
    }

    /** A promise that ends as the given one does, while cancelling it leaves the given one alone (asyncio's {@code shield}). */
    public <T> Promise<T> shield(Promise<T> promise) {
        return Waits.shield(scheduler, promise);
    }

    /**
     * Runs it for so long at most (asyncio's {@code wait_for} as of 3.12, which loses no cancel).
     *
     * @throws TimedOutException if the time is up first
     */
    public <T> T waitFor(Duration limit, Body<? extends T> body) {
        return timeout(limit, timeout -> body.run());
    }

    // Structure

    /**
     * Runs a block for so long at most (asyncio's {@code timeout}).
     *
     * @throws TimedOutException if the time is up first, and nobody else has cancelled the task
     */
    public <T> T timeout(Duration limit, Timeout.Block<? extends T> block) {
        return Timeout.run(scheduler, limit, block);
    }

    /** A timeout that is set later, by {@link Timeout#reschedule}. */
    public <T> T timeoutUnset(Timeout.Block<? extends T> block) {
        return Timeout.run(scheduler, null, block);
    }

    /** Runs a block and waits for the tasks that it spawned (asyncio's {@code TaskGroup}). */
    public <T> T group(String name, TaskGroup.Block<? extends T> block) {
        return TaskGroup.run(scheduler, name, block);
    }

    /** Runs a block and waits for the tasks that it spawned, in a scope (trio's {@code open_nursery}). */
    public <T> @Nullable T nursery(String name, Nursery.Block<? extends T> block) {
        return Nursery.run(scheduler, name, block);
    }

    /** A scope without a deadline (trio's {@code CancelScope}). */
    public CancelScope scope(String name) {
        return new CancelScope(scheduler, name, null, false, Cancel.Kind.DEADLINE);
    }

    /** A scope that is cancelled some time after it was entered (trio's {@code move_on_after}). */
    public CancelScope scope(String name, Duration limit) {
        return new CancelScope(scheduler, name, limit, false, Cancel.Kind.DEADLINE);
    }

    /**
     * Runs a cleanup that cancels from outside must wait for, but no longer than the grace period (ours; rule R14). Past it the
     * cleanup is cancelled and left, and what was to be thrown before is thrown on.
     */
    public void cleanup(Duration grace, Action action) {
        new CancelScope(scheduler, "cleanup", grace, true, Cancel.Kind.GRACE_OVER).run(body(action));
    }

    // Callbacks and the world outside

    /** Runs it in the next iteration. It must not suspend. */
    public Timer callSoon(Runnable action) {
        shutdown.checkOpen();
        return scheduler.soon(action);
    }

    /** Runs it some time from now. It must not suspend. */
    public Timer callLater(Duration delay, Runnable action) {
        shutdown.checkOpen();
        return scheduler.after(delay, action);
    }

    /** From any thread: runs it on the loop, soon (asyncio's {@code call_soon_threadsafe}). */
    public void post(Runnable action) {
        shutdown.checkOpen();
        scheduler.agenda().post(action);
    }

    /**
     * Runs a blocking call on a thread of its own and suspends the task until it has ended (asyncio's {@code to_thread}). A cancel
     * interrupts that thread, and the task goes on at once (ours). Virtual time stands still while such a call is out.
     *
     * @throws FailureException with the call's checked exception as its cause
     */
    public <T> T blocking(String what, Callable<? extends T> call) {
        scheduler.currentTask("make a blocking call");
        return helpers.<T>start(what, call).await();
    }

    /** Tells the listener that the program is in a handler, in a finally block, or says something. */
    public void note(LoopEvent.Kind kind, String text) {
        Task<?> task = scheduler.current();
        scheduler.tell(kind, task == null ? "loop" : task.name(), "", text);
    }

    static Body<Void> body(Action action) {
        return new Body<>() {
            @Override
            @SuppressWarnings("NullAway") // There is no other Void.
            public Void run() throws Exception {
                action.run();
                return null;
            }
        };
    }
}
