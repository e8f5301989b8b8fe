// The flag is an atomic.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class AtomicAnswer implements Future<String> {
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile String value;

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stopped.set(true);
        done.countDown();
        return true;
    }

    @Override
    public boolean isCancelled() {
        return stopped.get();
    }

    @Override
    public boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public String get() throws InterruptedException {
        done.await();
        if (stopped.get()) {
            throw new CancellationException();
        }
        return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException {
        return get();
    }
}
