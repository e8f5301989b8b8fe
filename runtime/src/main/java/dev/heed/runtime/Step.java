package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/** The next step of a task; a task has at most one in the queue. */
final class Step extends Handle implements Promise.Callback {
    private final Task<?> task;
    private @Nullable Promise<?> wokenBy;
    private @Nullable Throwable thrown;

    Step(Task<?> task) {
        this.task = task;
    }

    /** The task goes on in the next iteration, with an exception if one is given. */
    void schedule(@Nullable Throwable exception) {
        thrown = exception;
        task.scheduler.agenda().enqueue(this);
    }

    @Override
    public void schedule(Promise<?> done) {
        wokenBy = done;
        task.scheduler.agenda().enqueue(this);
    }

    Task<?> task() {
        return task;
    }

    @Override
    @Nullable
    Task<?> run() {
        Promise<?> done = wokenBy;
        Throwable exception = thrown;
        wokenBy = null;
        thrown = null;
        if (done != null) {
            exception = failureOf(done);
        }
        return task.step(exception);
    }

    private static @Nullable Throwable failureOf(Promise<?> done) {
        if (done.isCancelled()) {
            return done.takeCancelled();
        }
        Throwable failure = done.failure();
        return failure == null ? null : wrapped(failure);
    }

    private static Throwable wrapped(Throwable failure) {
        return failure instanceof Error || failure instanceof RuntimeException
                ? failure
                : new FailureException(failure);
    }
}
