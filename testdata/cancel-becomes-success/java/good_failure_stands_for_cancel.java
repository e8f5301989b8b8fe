// cancel() keeps a CancellationException, which get() throws.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.CancellationException;

class ExceptionAnswer implements Future<String> {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile RuntimeException failure;
    private volatile String value;

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        failure = new CancellationException();
        done.countDown();
        return true;
    }

    @Override
    public boolean isCancelled() {
        return failure instanceof CancellationException;
    }

    @Override
    public boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public String get() throws InterruptedException {
        done.await();
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException {
        return get();
    }
}
