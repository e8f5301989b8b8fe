// Each change of the setting leaves a timer behind.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class FlushTimer {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    FlushTimer(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void setPeriod(long millis) {
        if (millis > 0) {
            if (task != null) {
                task.cancel(false);
            }
            task = timer.scheduleWithFixedDelay(() -> System.out.println("flush"), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
