// A new period starts a second beat beside the first.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class HeartRate {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    HeartRate(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void reschedule(long period) {
        if (task != null) {
            task.cancel(false);
        }
        task = timer.scheduleAtFixedRate(this::beat, 0, period, TimeUnit.SECONDS);
    }

    private void beat() {
        System.out.println("beat");
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
