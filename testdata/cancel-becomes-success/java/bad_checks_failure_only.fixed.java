// A failure is thrown; the cancel is not.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class FailingAnswer implements Future<String> {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean aborted;
    private volatile RuntimeException failure;
    private volatile String value;

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        aborted = true;
        done.countDown();
        return true;
    }

    @Override
    public boolean isCancelled() {
        return aborted;
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
        if (aborted) {
            throw new CancellationException();
        }
        return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException {
        return get();
    }
}
