package dev.heed.engine.bound;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works on one file after the other, with a stack for deeply nested code and a bound on the time that one
 * file may take. Java cannot stop a thread from outside: the loops whose length a file decides ask {@link #check}.
 *
 * <p>The bound is a last resort. Bounds that count are hit first, wherever the work can be counted: they give the same
 * findings on every machine.
 */
public final class WorkerThread extends Thread {
    /** What a file may take if nobody says otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    private static final long STACK_BYTES = 64L << 20;
    /** Asking the clock each time would cost more than the work between. */
    private static final int CHECKS_PER_LOOK = 64;

    /** How much longer than it may a file takes at most where the work is not asked often, as in the parser. */
    private static final long GRACE_NANOS = Duration.ofSeconds(30).toNanos();

    private final long limitNanos;
    private final int number;
    private volatile long start;
    private int checks;
    private @Nullable Object attachment;

    /**
     * A daemon that is not started yet.
     *
     * @param limit what one file may take; zero for no bound
     */
    public WorkerThread(Runnable body, String name, Duration limit) {
        this(body, name, limit, 0);
    }

    /**
     * The same, as one of several that do the same work.
     *
     * @param number tells them apart, from 0
     */
    public WorkerThread(Runnable body, String name, Duration limit, int number) {
        super(null, body, name, STACK_BYTES);
        setDaemon(true);
        this.number = number;
        limitNanos = limit.isZero() ? Long.MAX_VALUE / 2 : limit.toNanos();
        start = System.nanoTime();
    }

    /** Says that this thread begins with the next file. */
    public static void begin() {
        if (Thread.currentThread() instanceof WorkerThread worker) {
            worker.start = System.nanoTime();
            worker.checks = CHECKS_PER_LOOK - 1;
        }
    }

    /**
     * Does something that others need as well, such as the summary of a function of another file: it has the time of a file
     * for itself, and the file at hand is not charged for it.
     *
     * @throws GivenUpException out of the work, if its own time is over
     */
    public static <T> T apart(Supplier<T> work) {
        if (!(Thread.currentThread() instanceof WorkerThread worker)) {
            return work.get();
        }
        long before = worker.start;
        long begun = System.nanoTime();
        begin();
        try {
            return work.get();
        } finally {
            worker.start = before + (System.nanoTime() - begun);
            worker.checks = CHECKS_PER_LOOK - 1;
        }
    }

    /** Which of several workers the calling thread is; 0 if it is none. May decide who begins where, and never over a result. */
    public static int number() {
        return Thread.currentThread() instanceof WorkerThread worker ? worker.number : 0;
    }

    /** What is attached to the calling thread; null if there is nothing, or it is no worker. */
    public static @Nullable Object attachment() {
        return Thread.currentThread() instanceof WorkerThread worker ? worker.attachment : null;
    }

    /**
     * Attaches something to the calling thread, if it is a worker.
     *
     * @return what was attached before
     */
    public static @Nullable Object attach(@Nullable Object object) {
        if (!(Thread.currentThread() instanceof WorkerThread worker)) {
            return null;
        }
        Object before = worker.attachment;
        worker.attachment = object;
        return before;
    }

    /**
     * Goes on, or not. Cheap enough for inner loops.
     *
     * @throws GivenUpException if this thread is interrupted, or the time for the file is over
     */
    public static void check() {
        Thread thread = Thread.currentThread();
        if (thread.isInterrupted()) {
            throw new GivenUpException("interrupted");
        }
        if (thread instanceof WorkerThread worker && ++worker.checks >= CHECKS_PER_LOOK) {
            worker.look();
        }
    }

    /** Whether the file takes so much longer than it may that this thread must have missed it: there is no stopping it. */
    public boolean isLost() {
        return System.nanoTime() - start > limitNanos + Math.min(limitNanos, GRACE_NANOS);
    }

    private void look() {
        if (System.nanoTime() - start > limitNanos) {
            // The next check fails too: the work may be guarded in parts.
            throw new GivenUpException("after " + limitNanos / 1_000_000 + " ms");
        }
        checks = 0;
    }
}
