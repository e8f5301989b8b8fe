package dev.heed.verify.scene;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A pool without patience: the limit of a wait is over at once, but not before the task waits, too. */
final class ImpatientPool extends ThreadPoolExecutor {
    private final Stage stage;

    ImpatientPool(Stage stage, ThreadFactory threads) {
        super(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), threads);
        this.stage = stage;
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
        return new Impatient<>(task);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable task, T result) {
        return new Impatient<>(() -> {
            task.run();
            return result;
        });
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }

    private final class Impatient<T> extends FutureTask<T> {
        private volatile Thread runner;

        Impatient(Callable<T> task) {
            super(task);
        }

        @Override
        public void run() {
            runner = Thread.currentThread();
            super.run();
        }

        @Override
        public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            stage.until("the task to wait", () -> runner != null && runner.getState() == Thread.State.WAITING);
            return super.get(1, TimeUnit.NANOSECONDS);
        }
    }
}
