package dev.heed.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The loop itself. It has no thread of its own: a task that suspends runs it until the next task is to go on, and hands the baton
 * straight to that one; the thread that called {@code run} gets it back at the end.
 */
final class Scheduler {
    private static final ThreadLocal<@Nullable Scheduler> HERE = new ThreadLocal<>();

    private final Settings settings;
    private final Agenda agenda;
    private final TaskList tasks = new TaskList();
    private final List<Task<?>> failed = new ArrayList<>();

    private long taskCount;
    private int remaining;
    private long steps;
    private long turn;
    private long drives;
    private boolean isStopping;
    private boolean isAbandoning;
    private @Nullable RuntimeException trouble;
    private @Nullable Task<?> current;
    private @Nullable Baton root;
    private volatile @Nullable Thread holder;
    private volatile @Nullable Thread rootThread;
    private Runnable onInterrupt = () -> {};

    Scheduler(Settings settings) {
        this.settings = settings;
        this.agenda = new Agenda(settings, this::call);
    }

    static @Nullable Scheduler here() {
        return HERE.get();
    }

    Agenda agenda() {
        return agenda;
    }

    Duration time() {
        return agenda.time();
    }

    Timer after(Duration delay, Runnable action) {
        checkHolder("set a timer");
        return agenda.at(agenda.deadline(delay), action);
    }

    /** Runs it in the next iteration. */
    Timer soon(Runnable action) {
        checkHolder("call back");
        return agenda.soon(action);
    }

    /** Runs a callback; its failure stops nobody. */
    private void call(Runnable action) {
        try {
            action.run();
        } catch (AbandonedError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            report(Report.Kind.CALLBACK_FAILED, "A callback failed: " + e, e);
        }
    }

    /** The task whose turn it is, or null if it is the turn of the thread that drives the loop. */
    private @Nullable Task<?> next() {
        boolean interrupted = false;
        try {
            while (true) {
                if (turn > steps) {
                    steps = turn;
                    settings.afterStep().accept(steps);
                }
                if (trouble != null) {
                    remaining = 0;
                    return null;
                }
                if (remaining == 0) {
                    if (isStopping) {
                        return null;
                    }
                    begin();
                    // Only the wait for work sees interrupts, and must not see the same one twice.
                    if (Thread.interrupted()) {
                        interrupted = true;
                        interruptedWhileIdle();
                    }
                    continue;
                }
                Task<?> task = turn();
                if (task != null) {
                    return task;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin() {
        remaining = agenda.begin();
        if (remaining < 0) {
            trouble = new DeadlockException(Waiters.describe(tasks.all(), time()));
        }
    }

    private void interruptedWhileIdle() {
        if (Thread.currentThread() == rootThread) {
            onInterrupt.run();
        }
    }

    private @Nullable Task<?> turn() {
        remaining--;
        turn++;
        Handle handle = agenda.poll();
        return handle == null ? null : handle.run();
    }

    // Handing the baton on

    /** The current task suspends: runs the loop until it may go on. */
    void leave(Task<?> task, Baton baton) {
        if (isAbandoning) {
            throw new AbandonedError();
        }
        current = null;
        Task<?> following = next();
        if (following == task) {
            current = task;
        } else {
            handTo(following);
            baton.await(() -> {});
        }
        if (isAbandoning) {
            throw new AbandonedError();
        }
        tell(LoopEvent.Kind.RESUMED, task.name(), "", "");
    }

    private void handTo(@Nullable Task<?> task) {
        if (task == null) {
            Baton waiting = root;
            if (waiting == null) {
                throw new AssertionError("nobody drives the loop");
            }
            holder = waiting.thread();
            waiting.pass();
            return;
        }
        current = task;
        Baton baton = task.baton();
        if (baton == null) {
            settings.backend().start(() -> carry(task));
        } else {
            holder = baton.thread();
            baton.pass();
        }
    }

    /** What a thread of the back end does: a task, and then whichever has not begun yet and is next. */
    private void carry(Task<?> first) {
        HERE.set(this);
        try {
            Baton baton = new Baton(Thread.currentThread());
            Task<?> task = first;
            while (task != null) {
                holder = Thread.currentThread();
                current = task;
                task.started(baton);
                tell(LoopEvent.Kind.STARTED, task.name(), "", "");
                task.runBody();
                task = afterEnd();
            }
        } finally {
            HERE.remove();
        }
    }

    private @Nullable Task<?> afterEnd() {
        current = null;
        Task<?> following = isAbandoning ? null : next();
        boolean unused = Thread.interrupted(); // It was meant for the task that has ended.
        if (following != null && following.baton() == null) {
            return following;
        }
        handTo(following);
        return null;
    }

    // Driving it from outside

    /** Runs the loop on the calling thread until the promise is done. */
    void driveUntil(Promise<?> promise) {
        long drive = ++drives;
        // A stop that comes too late must not stop the next drive.
        Promise.Callback stop = done -> soon(() -> isStopping |= drive == drives);
        promise.addCallback(stop);
        try {
            drive();
        } finally {
            promise.removeCallback(stop);
        }
        if (!promise.isDone()) {
            throw new IllegalStateException("The loop stopped before " + promise + " was done.");
        }
    }

    private void drive() {
        Thread me = Thread.currentThread();
        Scheduler outer = HERE.get();
        Baton baton = new Baton(me);
        root = baton;
        rootThread = me;
        holder = me;
        isStopping = false;
        trouble = null;
        HERE.set(this);
        boolean interrupted = false;
        try {
            Task<?> task = next();
            interrupted = Thread.interrupted(); // It has been heeded; the wait below must not heed it again.
            if (task != null) {
                handTo(task);
                baton.await(() -> agenda.post(onInterrupt));
            }
        } finally {
            if (interrupted) {
                me.interrupt();
            }
            if (outer == null) {
                HERE.remove();
            } else {
                HERE.set(outer);
            }
            holder = null;
            rootThread = null;
            root = null;
        }
        isStopping = false;
        RuntimeException thrown = trouble;
        trouble = null;
        if (thrown != null) {
            throw thrown;
        }
    }

    boolean isDriven() {
        return root != null;
    }

    /** What to do when the driving thread is interrupted; runs on the loop. */
    void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    /** Stops at once: whoever drives the loop gets this. */
    void abort(RuntimeException reason) {
        trouble = reason;
    }

    boolean isClosed() {
        return isAbandoning;
    }

    /** Ends the threads of the tasks that have not ended. Their suspended calls throw, one task after the other. */
    void abandonAll() {
        isAbandoning = true;
        agenda.clear();
        for (Task<?> task : tasks.all()) {
            if (task.baton() != null) {
                Baton baton = new Baton(Thread.currentThread());
                root = baton;
                handTo(task);
                baton.await(() -> {});
            }
        }
        root = null;
        holder = null;
        current = null;
    }

    // Tasks

    <T> Task<T> spawn(@Nullable String name, Body<? extends T> body, @Nullable CancelScope scope) {
        checkHolder("spawn");
        if (!settings.backend().isVirtual() && tasks.size() >= settings.platformTasks()) {
            throw new MisuseException("There are " + tasks.size()
                    + " tasks already, and on platform threads each has a thread; run on Java 21 or later, or raise"
                    + " LoopBuilder.platformTasks if the machine can bear it.");
        }
        long id = ++taskCount;
        Task<T> task = new Task<>(this, id, name == null ? "task-" + id : name, body, scope);
        tasks.add(task);
        if (settings.listener() != null) {
            Task<?> parent = current;
            tell(LoopEvent.Kind.SPAWNED, task.name(), parent == null ? "loop" : parent.name(), "");
        }
        task.nextStep().schedule((Throwable) null);
        return task;
    }

    void ended(Task<?> task) {
        tasks.remove(task);
    }

    /** A task has failed: unless somebody awaits it, that is told at the end. */
    void failed(Task<?> task) {
        failed.removeIf(one -> one.unseenFailure() == null);
        failed.add(task);
    }

    List<Task<?>> failed() {
        return failed;
    }

    List<Task<?>> tasks() {
        return tasks.all();
    }

    @Nullable
    Task<?> current() {
        return current;
    }

    /** The task that calls. */
    Task<?> currentTask(String what) {
        Task<?> task = current;
        if (task == null || holder != Thread.currentThread()) {
            throw new MisuseException(misplaced(what));
        }
        return task;
    }

    Task<?> currentTask(String what, Promise<?> promise) {
        Task<?> task = current;
        if (task == null || holder != Thread.currentThread()) {
            throw new MisuseException(misplaced(what + " " + promise));
        }
        return task;
    }

    private String misplaced(String what) {
        Scheduler other = HERE.get();
        if (other != null && other != this) {
            return "Cannot " + what
                    + " here: it belongs to another loop than the task that calls; let a task of its own loop"
                    + " do it, and pass the value on with that loop's post().";
        }
        if (other == this) {
            return "Cannot " + what + " in a callback, which must not suspend; spawn a task in it instead.";
        }
        return "Cannot " + what + " outside a task; call it in a body that Loop.run or Loop.spawn runs.";
    }

    /** The loop is not thread-safe: while it runs, only its tasks and callbacks may touch it. */
    void checkHolder(String what) {
        Thread allowed = holder;
        if (allowed != null && allowed != Thread.currentThread()) {
            throw new MisuseException(
                    "Cannot " + what + " from " + Thread.currentThread().getName()
                            + " while the loop runs elsewhere; use Loop.post(() -> ...) from other threads.");
        }
    }

    /** The thread that runs now, for the watchdog, and for nobody else. */
    @Nullable
    Thread holder() {
        return holder;
    }

    /** The number of the turn that runs: read by the watchdog without a lock, as a late value only makes it late. */
    long turns() {
        return turn;
    }

    /** Whose turn it is, as far as the watchdog can tell. */
    String turnOf() {
        Task<?> task = current;
        return task == null ? "a callback" : task.toString();
    }

    long steps() {
        return steps;
    }

    // What is told

    Provenance provenance() {
        return settings.provenance();
    }

    /** A new request to cancel. */
    Cancel cancel(Cancel.Kind kind, @Nullable String reason, Supplier<String> target, boolean isLevel) {
        return cancel(kind, reason, target.get(), isLevel, null, null);
    }

    Cancel cancel(
            Cancel.Kind kind,
            @Nullable String reason,
            String target,
            boolean isLevel,
            @Nullable Cancel cause,
            @Nullable Throwable failure) {
        Task<?> asking = current;
        boolean hasPlace = asking != null && settings.provenance().hasPlaces();
        return new Cancel(
                kind,
                reason,
                asking == null ? "loop" : asking.toString(),
                hasPlace ? Place.here() : null,
                time(),
                target,
                isLevel,
                cause,
                failure,
                List.of());
    }

    void tell(LoopEvent.Kind kind, String task, String other, String text) {
        LoopListener listener = settings.listener();
        if (listener != null) {
            listener.on(new LoopEvent(kind, time(), task, other, text));
        }
    }

    /** Whether somebody listens; texts that cost need not be made otherwise. */
    boolean isListenedTo() {
        return settings.listener() != null;
    }

    void report(Report.Kind kind, String message, @Nullable Throwable failure) {
        settings.reporter().accept(new Report(kind, message, failure));
    }
}
