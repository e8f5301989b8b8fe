// The helper that cancel() calls completes the future, and does no more.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class PollFuture extends CompletableFuture<String> {
    private ScheduledFuture<?> next;

    void begin(ScheduledExecutorService timers, Runnable ask) {
        next = timers.scheduleWithFixedDelay(ask, 0, 5, TimeUnit.SECONDS);
    }

    void found(String value) {
        next.cancel(false);
        complete(value);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) { // heed: cancel-forgets-own-task
        return finish();
    }

    private boolean finish() {
        return super.cancel(true);
    }
}
