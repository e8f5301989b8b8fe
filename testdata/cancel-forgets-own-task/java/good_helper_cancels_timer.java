// A helper cancels for both ends.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class HelpedReply extends CompletableFuture<String> {
    private ScheduledFuture<?> timer;

    void start(ScheduledExecutorService timers, Runnable late) {
        timer = timers.schedule(late, 1, TimeUnit.MINUTES);
    }

    private void stopTimer() {
        ScheduledFuture<?> last = timer;
        if (last != null) {
            last.cancel(false);
        }
    }

    void received(String text) {
        stopTimer();
        complete(text);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stopTimer();
        return super.cancel(mayInterruptIfRunning);
    }
}
