package dev.heed.verify.scene;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** A timer that knows what was scheduled. */
public final class Timetable extends ScheduledThreadPoolExecutor {
    private final List<Future<?>> entries = new CopyOnWriteArrayList<>();

    Timetable(ThreadFactory threads) {
        super(1, threads);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable runnable, RunnableScheduledFuture<V> task) {
        entries.add(task);
        return task;
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> callable, RunnableScheduledFuture<V> task) {
        entries.add(task);
        return task;
    }

    /** How many tasks are neither done nor cancelled. */
    public long open() {
        return entries.stream().filter(entry -> !entry.isDone()).count();
    }

    /** Claims that none is. */
    public Verdict isEmpty() {
        long open = open();
        String what = entries.size() == 1
                ? "What was scheduled"
                : open + " of the " + entries.size() + " tasks that were scheduled";
        return Verdict.holdsIf(open == 0, what + " is still to run.");
    }
}
