// Of two things that were started, one is forgotten.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class LeaseFuture extends CompletableFuture<String> {
    private ScheduledFuture<?> renewal;
    private ScheduledFuture<?> expiry;

    void start(ScheduledExecutorService timers, Runnable renew) {
        renewal = timers.scheduleAtFixedRate(renew, 1, 1, TimeUnit.SECONDS);
        expiry = timers.schedule(this::expire, 1, TimeUnit.HOURS);
    }

    private void expire() {
        renewal.cancel(false);
        complete("expired");
    }

    void release() {
        renewal.cancel(false);
        expiry.cancel(false);
        complete("released");
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) { // heed: cancel-forgets-own-task "'renewal'"
        expiry.cancel(false);
        return super.cancel(mayInterruptIfRunning);
    }
}
