// No end of the future cancels what it has started: it is meant to go on.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class Measured extends CompletableFuture<String> {
    private ScheduledFuture<?> statistics;

    void start(ScheduledExecutorService timers, Runnable count) {
        statistics = timers.schedule(count, 1, TimeUnit.MINUTES);
    }

    boolean isCounted() {
        return statistics.isDone();
    }

    void received(String text) {
        complete(text);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning);
    }
}
