// The value is another future's, which tells of its cancel itself.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ForwardingAnswer implements Future<String> {
    private final Future<String> inner;
    private volatile boolean cancelled;
    private volatile String value;

    ForwardingAnswer(Future<String> inner) {
        this.inner = inner;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        cancelled = true;
        return inner.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isDone() {
        return inner.isDone();
    }

    @Override
    public String get() throws InterruptedException, ExecutionException {
        value = inner.get();
        return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return inner.get(timeout, unit);
    }
}
