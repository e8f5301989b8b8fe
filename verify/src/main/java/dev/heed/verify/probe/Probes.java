package dev.heed.verify.probe;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The static methods that rewritten code calls. A loader of rewritten classes defines a copy of this class of its own, so that
 * threads left over from one run can never speak to the next; without a sink the probes do nothing.
 *
 * <p>Names and descriptors are known to the rewriter: change both together.
 */
public final class Probes {
    private static volatile @Nullable Sink sink;

    private static volatile @Nullable Function<String, @Nullable Object> answers;

    private Probes() {}

    /** From now on this one answers for calls that are not made. */
    public static void answers(@Nullable Function<String, @Nullable Object> by) {
        answers = by;
    }

    /** What a call that is not made returns; it is given as {@code owner.name(descriptor)}. */
    public static @Nullable Object answer(String call) {
        Function<String, @Nullable Object> by = answers;
        return by == null ? null : by.apply(call);
    }

    /** From now on this one listens; nobody if null. */
    public static void install(@Nullable Sink listener) {
        sink = listener;
    }

    /** See {@link Sink#point}; the receiver is not at hand. */
    public static void point(int site) throws Throwable {
        Sink listener = sink;
        if (listener != null) {
            listener.point(null, site);
        }
    }

    /** See {@link Sink#point}. */
    public static void point(@Nullable Object receiver, int site) throws Throwable {
        Sink listener = sink;
        if (listener != null) {
            listener.point(receiver, site);
        }
    }

    /** See {@link Sink#passed}. */
    public static void passed(int site) throws InterruptedException {
        Sink listener = sink;
        if (listener != null) {
            listener.passed(site);
        }
    }

    /** See {@link Sink#handler}. */
    public static void handler(@Nullable Throwable caught, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.handler(caught, site);
        }
    }

    /** See {@link Sink#took}. */
    public static void took(@Nullable Object lock, int amount, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.took(lock, amount, site);
        }
    }

    /** Like {@link #took}, if the attempt succeeded; returns whether it did. */
    public static boolean tried(boolean success, @Nullable Object lock, int amount, int site) {
        if (success) {
            took(lock, amount, site);
        }
        return success;
    }

    /** See {@link Sink#freed}. */
    public static void freed(@Nullable Object lock, int amount, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.freed(lock, amount, site);
        }
    }

    /** See {@link Sink#opened}. */
    public static void opened(@Nullable Object resource, @Nullable Object parent, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.opened(resource, parent, site);
        }
    }

    /** See {@link Sink#wrapped}. */
    public static void wrapped(@Nullable Object wrapper, @Nullable Object inner) {
        Sink listener = sink;
        if (listener != null) {
            listener.wrapped(wrapper, inner);
        }
    }

    /** See {@link Sink#closing}. */
    public static void closing(@Nullable Object resource, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.closing(resource, site);
        }
    }

    /** See {@link Sink#logged}. */
    public static void logged(@Nullable Object text, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.logged(text, site);
        }
    }

    /** See {@link Sink#loop}. */
    public static void loop(int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.loop(site);
        }
    }

    /** See {@link Sink#interrupting}. */
    public static void interrupting(@Nullable Object thread, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.interrupting(thread, site);
        }
    }

    /** See {@link Sink#handed}. */
    public static void handed(@Nullable Object failure, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.handed(failure, site);
        }
    }

    /** See {@link Sink#starting}. */
    public static void starting(@Nullable Object thread, int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.starting(thread, site);
        }
    }

    /** See {@link Sink#exiting}. */
    public static void exiting(int site) {
        Sink listener = sink;
        if (listener != null) {
            listener.exiting(site);
        }
    }

    /** See {@link Sink#done}. */
    public static void done(@Nullable Object futures) {
        Sink listener = sink;
        if (listener != null) {
            listener.done(futures);
        }
    }

    /** Like {@link #done}, if the future is; returns whether it is. */
    public static boolean asked(boolean isDone, @Nullable Object future) {
        if (isDone) {
            done(future);
        }
        return isDone;
    }

    /** See {@link Sink#combined}. */
    public static void combined(@Nullable Object whole, @Nullable Object @Nullable [] parts) {
        Sink listener = sink;
        if (listener != null) {
            listener.combined(whole, parts);
        }
    }

    /** See {@link Sink#limit}. */
    public static long limit(long time) {
        Sink listener = sink;
        return listener == null ? time : listener.limit(time);
    }

    /** See {@link Sink#sleep}; in milliseconds. */
    public static long sleepMillis(long time) {
        Sink listener = sink;
        return listener == null ? time : listener.sleep(time, true);
    }

    /** See {@link Sink#sleep}; in a unit that is not known here. */
    public static long sleepUnits(long time) {
        Sink listener = sink;
        return listener == null ? time : listener.sleep(time, false);
    }
}
