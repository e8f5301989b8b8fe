// An answer ends the timer, a cancel does not: it fires for a request that is long gone.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TimedReply extends CompletableFuture<String> {
    private ScheduledFuture<?> timer;

    static TimedReply await(ScheduledExecutorService timers) {
        TimedReply reply = new TimedReply();
        reply.timer = timers.schedule(() -> reply.completeExceptionally(new IllegalStateException()), 1, TimeUnit.MINUTES);
        return reply;
    }

    void received(String text) {
        timer.cancel(false);
        complete(text);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) { // heed: cancel-forgets-own-task "'received' cancels 'timer'"
        return super.cancel(mayInterruptIfRunning);
    }
}
