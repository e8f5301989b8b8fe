// What runs when the future is done runs after a cancel, too.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SelfTidying extends CompletableFuture<String> {
    private ScheduledFuture<?> timer;

    void start(ScheduledExecutorService timers, Runnable late) {
        timer = timers.schedule(late, 1, TimeUnit.MINUTES);
        whenComplete((value, failure) -> timer.cancel(false));
    }

    void received(String text) {
        timer.cancel(false);
        complete(text);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning);
    }
}
