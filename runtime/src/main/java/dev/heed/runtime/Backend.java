package dev.heed.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The threads that tasks run on: virtual ones from Java 21 on, else pooled platform threads. Loops may share one. */
public final class Backend {
    /** How many tasks may live at once on platform threads, each of which has a thread. */
    public static final int PLATFORM_TASKS = 2_000;

    private static final int FIRST_WITH_VIRTUAL = 21;
    private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

    private final @Nullable ThreadPoolExecutor pool;

    private Backend(@Nullable ThreadPoolExecutor pool) {
        this.pool = pool;
    }

    /** Virtual threads where there are any, else platform threads. */
    public static Backend best() {
        return hasVirtual() ? virtual() : platform();
    }

    /** Whether this Java has virtual threads. */
    public static boolean hasVirtual() {
        return START_VIRTUAL != null;
    }

    /**
     * Virtual threads.
     *
     * @throws MisuseException before Java 21
     */
    public static Backend virtual() {
        if (!hasVirtual()) {
            throw new MisuseException("This Java, " + Runtime.version()
                    + ", has no virtual threads; use Backend.platform(), or Java 21 or later.");
        }
        return new Backend(null);
    }

    /** A pool of platform threads, which end when they have had nothing to do for a second. */
    public static Backend platform() {
        AtomicLong number = new AtomicLong();
        return new Backend(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), action -> {
                    Thread thread = new Thread(action, "heed-task-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    /** Whether the threads are virtual. */
    public boolean isVirtual() {
        return pool == null;
    }

    /** Runs it on a thread of its own. */
    void start(Runnable action) {
        if (pool != null) {
            pool.execute(action);
            return;
        }
        MethodHandle start = START_VIRTUAL;
        if (start == null) {
            throw new AssertionError("no virtual threads");
        }
        try {
            Thread unused = (Thread) start.invokeExact(action);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("Thread.startVirtualThread declares no exception", e);
        }
    }

    @Override
    public String toString() {
        return isVirtual() ? "virtual" : "platform";
    }

    private static @Nullable MethodHandle startVirtual() {
        if (Runtime.version().feature() < FIRST_WITH_VIRTUAL) {
            return null; // 19 and 20 have the method, which throws unless previews are enabled.
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new LinkageError("Java 21 and later have Thread.startVirtualThread", e);
        }
    }
}
