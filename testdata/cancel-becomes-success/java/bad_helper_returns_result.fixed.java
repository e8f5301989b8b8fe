// The waiting thread is woken by the cancel, and gets null for an answer.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class BlockingAnswer<T> implements Future<T> {
    private boolean done;
    private boolean cancelled;
    private T result;
    private Exception failure;

    @Override
    public synchronized boolean cancel(boolean mayInterruptIfRunning) {
        done = true;
        cancelled = true;
        notifyAll();
        return true;
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public synchronized boolean isDone() {
        return done;
    }

    synchronized void complete(T value) {
        result = value;
        done = true;
        notifyAll();
    }

    private T result() throws ExecutionException {
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        if (cancelled) {
            throw new CancellationException();
        }
        return result;
    }

    @Override
    public synchronized T get() throws InterruptedException, ExecutionException {
        while (!done) {
            wait();
        }
        return result();
    }

    @Override
    public synchronized T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException {
        if (!done) {
            wait(unit.toMillis(timeout));
        }
        return result();
    }
}
