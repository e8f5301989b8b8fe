// The task schedules itself again when it is done.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SelfScheduler {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    SelfScheduler(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void start() {
        timer.execute(this::run);
    }

    private void run() {
        System.out.println("tick");
        reschedule();
    }

    private void reschedule() {
        task = timer.schedule(this::run, 1, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
