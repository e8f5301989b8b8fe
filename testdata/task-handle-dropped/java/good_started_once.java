// start() runs once.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class StartedClock {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    StartedClock(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void start() {
        task = timer.scheduleAtFixedRate(() -> System.out.println("tick"), 1, 1, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
