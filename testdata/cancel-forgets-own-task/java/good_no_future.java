// No future: cancel(boolean) of this class is a question of its own.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class NamedSubscription {
    private ScheduledFuture<?> renewal;
    private boolean isListed = true;

    void start(ScheduledExecutorService timers, Runnable renew) {
        renewal = timers.scheduleAtFixedRate(renew, 1, 1, TimeUnit.SECONDS);
    }

    void end() {
        renewal.cancel(false);
    }

    boolean cancel(boolean quietly) {
        boolean wasListed = isListed;
        isListed = false;
        return wasListed || quietly;
    }
}
