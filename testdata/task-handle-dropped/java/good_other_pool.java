// The other task runs on a pool of which nothing is ever cancelled.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TwoTimers {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    TwoTimers(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void start(ScheduledExecutorService other) {
        other.scheduleAtFixedRate(() -> System.out.println("alive"), 1, 1, TimeUnit.SECONDS);
        task = timer.scheduleAtFixedRate(() -> System.out.println("cleanup"), 1, 60, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
