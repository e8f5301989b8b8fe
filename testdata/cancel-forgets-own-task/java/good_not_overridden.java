// cancel() is inherited: nothing here says that it was thought of.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class Inherited extends CompletableFuture<String> {
    private ScheduledFuture<?> timer;

    void start(ScheduledExecutorService timers, Runnable late) {
        timer = timers.schedule(late, 1, TimeUnit.MINUTES);
    }

    void received(String text) {
        timer.cancel(false);
        complete(text);
    }
}
