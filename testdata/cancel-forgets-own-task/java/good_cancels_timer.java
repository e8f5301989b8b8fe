// The timer goes with the request, whatever ends it.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TidyReply extends CompletableFuture<String> {
    private ScheduledFuture<?> timer;

    static TidyReply await(ScheduledExecutorService timers) {
        TidyReply reply = new TidyReply();
        reply.timer = timers.schedule(() -> reply.completeExceptionally(new IllegalStateException()), 1, TimeUnit.MINUTES);
        return reply;
    }

    void received(String text) {
        timer.cancel(false);
        complete(text);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        timer.cancel(false);
        return super.cancel(mayInterruptIfRunning);
    }
}
