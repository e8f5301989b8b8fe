package dev.heed.verify.scene;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What scenarios bring their example into its circumstances with: callers, tasks at work, pools and timers, and looks at threads that
 * wait. All of it waits for states, and none for longer than {@link #BOUND_SECONDS}.
 */
public final class Stage implements AutoCloseable {
    static final long BOUND_SECONDS = 10;
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SceneLoader code;
    private final Deque<AutoCloseable> endings = new ConcurrentLinkedDeque<>();

    Stage(SceneLoader code) {
        this.code = code;
    }

    /** What a caller does. */
    @FunctionalInterface
    public interface Call<T> {
        T run() throws Exception;
    }

    /** What a caller does, without a result. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** A pool with as many threads as there are tasks. */
    public ExecutorService pool() {
        ExecutorService pool = Executors.newCachedThreadPool(daemons());
        afterwards(pool::shutdownNow);
        return pool;
    }

    /** The same, with something that happens between the start of a task and the return of {@code submit}. */
    public ExecutorService pool(Runnable behindSubmit) {
        ExecutorService pool =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), daemons()) {
                    @Override
                    public Future<?> submit(Runnable task) {
                        Future<?> started = super.submit(task);
                        behindSubmit.run();
                        return started;
                    }
                };
        afterwards(pool::shutdownNow);
        return pool;
    }

    /** A pool of one thread. */
    public ExecutorService singleThread() {
        ExecutorService pool = Executors.newSingleThreadExecutor(daemons());
        afterwards(pool::shutdownNow);
        return pool;
    }

    /** A pool on whose tasks a wait with a time limit is over as soon as the task itself has come to a wait. */
    public ExecutorService impatientPool() {
        ExecutorService pool = new ImpatientPool(this, daemons());
        afterwards(pool::shutdownNow);
        return pool;
    }

    /** The value of a field that only the example knows. */
    public static Object field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts something into a field that only the example knows. */
    public static void setField(Object owner, String name, Object value) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(owner, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A timer that knows what is scheduled. */
    public Timetable timer() {
        Timetable timer = new Timetable(daemons());
        afterwards(timer::shutdownNow);
        return timer;
    }

    /** A task that is at work until it is interrupted, or the scenario has ended. */
    public Work work() {
        Work work = new Work(this);
        afterwards(work::release);
        return work;
    }

    /** A queue whose taker needs a while to stop. */
    public SlowSource slowSource() {
        SlowSource source = new SlowSource(this);
        afterwards(source::release);
        return source;
    }

    /** An object that does nothing and notes what is called. */
    public <T> Recorded<T> record(Class<T> type) {
        return Recorded.of(type);
    }

    /** Calls something in a thread of its own. */
    public <T> Caller<T> call(Call<T> call) {
        return start(new Caller<>(this, call, true));
    }

    /** The same, without a result. */
    public Caller<Void> perform(Action action) {
        Call<Void> call = () -> {
            action.run();
            return null;
        };
        return start(new Caller<>(this, call, false));
    }

    private <T> Caller<T> start(Caller<T> caller) {
        afterwards(caller::interrupt);
        caller.start();
        return caller;
    }

    /** Has another thread do it, and waits until that has ended, or a lock keeps it from going on. */
    public void elsewhere(Action action) {
        Caller<Void> other = perform(action);
        until("another thread to come to its end, or to a lock", () -> other.hasEnded() || other.isBlocked());
    }

    /** The one thread that waits in code of the examples. */
    public Waiting inWait() {
        return inWait(1).get(0);
    }

    /** So many of them, in the order of their names. */
    public List<Waiting> inWait(int count) {
        List<Waiting> found = new ArrayList<>();
        until(count + " thread(s) to wait in the example", () -> {
            found.clear();
            Thread.getAllStackTraces().keySet().stream()
                    .sorted(Comparator.comparing(Thread::getName))
                    .forEach(thread -> Waiting.of(this, thread).ifPresent(found::add));
            return found.size() == count;
        });
        found.forEach(waiting -> afterwards(waiting::interrupt));
        return List.copyOf(found);
    }

    /** This thread, once it waits in code of the examples. */
    Waiting inWait(Thread thread) {
        List<Waiting> found = new ArrayList<>();
        until(thread.getName() + " to wait", () -> {
            Waiting.of(this, thread).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** The one thread that runs code of the examples, waiting or not. */
    public Thread busy() {
        List<Thread> found = new ArrayList<>();
        until("a thread to run the example", () -> {
            found.clear();
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (Arrays.stream(stack).anyMatch(this::isExample)) {
                    found.add(thread);
                }
            });
            return found.size() == 1;
        });
        return found.get(0);
    }

    /** Whether this thread runs code of the examples. */
    public boolean isBusy(Thread thread) {
        return Arrays.stream(thread.getStackTrace()).anyMatch(this::isExample);
    }

    /** Whether this thread waits in code of the examples, and nobody has interrupted it. */
    public boolean isWaiting(Thread thread) {
        return Waiting.of(this, thread).filter(Waiting::isUntouched).isPresent();
    }

    /** Cancels an answer while somebody waits for it, and claims that who waits is told so. */
    public Verdict tellsOfCancel(Future<String> answer) {
        Caller<String> asker = call(answer::get);
        asker.inWait();
        answer.cancel(true);
        asker.awaitEnd();
        return Verdict.holdsIf(
                asker.failure().filter(CancellationException.class::isInstance).isPresent(),
                asker.told("get()") + ", as if that were the answer.");
    }

    /**
     * Waits until one of two shows: that the claim holds, or that it is broken.
     *
     * @throws IllegalStateException if neither shows in time
     */
    public Verdict either(BooleanSupplier holds, BooleanSupplier broken, String otherwise) {
        boolean[] result = new boolean[1];
        until("the claim to hold or to be broken", () -> {
            result[0] = holds.getAsBoolean();
            return result[0] || broken.getAsBoolean();
        });
        return new Verdict(result[0], otherwise);
    }

    /**
     * Waits for a state.
     *
     * @throws IllegalStateException if it does not come in time
     */
    public void until(String what, BooleanSupplier state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        // A task that is interrupted in here looks on, and is interrupted behind it.
        boolean isInterrupted = Thread.interrupted();
        try {
            while (!state.getAsBoolean()) {
                if (System.nanoTime() - end > 0) {
                    throw new IllegalStateException("waited in vain for " + what);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
                isInterrupted |= Thread.interrupted();
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Has something done in the middle of a method of the example: between its first look at a flag (a boolean field or an {@code
     * AtomicBoolean}) and what follows from it.
     *
     * @param method such as {@code FileTransfer.started}, of a class that nobody has touched yet
     */
    public void behindLook(String method, Runnable action) {
        code.putIn(method, true, action);
    }

    /** Has something done where a method of the example begins; see {@link #behindLook}. */
    public void atStart(String method, Runnable action) {
        code.putIn(method, false, action);
    }

    /** Ends what the example leaves behind. */
    public void afterwards(AutoCloseable ending) {
        endings.push(ending);
    }

    /** Whether the code of this frame is the example's, and not the scenario's. */
    boolean isExample(StackTraceElement frame) {
        return code.isExample(frame);
    }

    ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "pool of " + code.getName());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Ends all that is left; what one ending throws keeps none of the others from being done. */
    @Override
    public void close() throws Exception {
        Exception failure = new IllegalStateException("the scenario cannot be ended");
        for (AutoCloseable ending : endings) {
            try {
                ending.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
