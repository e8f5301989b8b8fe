// The retry before is cancelled first.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class CarefulBook {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    CarefulBook(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void onLookupFailed(String address) {
        if (task != null) {
            task.cancel(false);
        }
        task = timer.schedule(() -> System.out.println(address), 10, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
