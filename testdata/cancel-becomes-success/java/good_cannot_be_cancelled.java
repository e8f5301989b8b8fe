// This future cannot be cancelled.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class StubbornAnswer implements Future<String> {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile int asked;
    private volatile String value;

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        asked = 1;
        done.countDown();
        return true;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public String get() throws InterruptedException {
        done.await();
        return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException {
        return get();
    }
}
