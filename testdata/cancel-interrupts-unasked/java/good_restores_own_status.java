// The thread that cancels was interrupted itself, and says so.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

class WaitingTask extends FutureTask<Boolean> {
    private final CountDownLatch ended = new CountDownLatch(1);

    WaitingTask() {
        super(() -> true);
    }

    @Override
    protected void done() {
        ended.countDown();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return cancelled;
    }
}
