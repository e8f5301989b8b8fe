// The latch opens by the value and by the cancel; get() does not ask which.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class LatchAnswer implements Future<String> {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile String value;

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        cancelled = true;
        done.countDown();
        return true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public String get() throws InterruptedException {
        done.await();
        if (cancelled) {
            throw new CancellationException();
        }
        return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException {
        return get();
    }
}
