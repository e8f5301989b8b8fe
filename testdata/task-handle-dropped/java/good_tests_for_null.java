// One retry at a time.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class OnceBook {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    OnceBook(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void onLookupFailed(String address) {
        if (task == null) {
            task = timer.schedule(() -> System.out.println(address), 10, TimeUnit.SECONDS);
        }
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
