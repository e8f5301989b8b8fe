// The cleanup is cancelled, the keep-alive is forgotten; the pool is another's.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class LeaseKeeper {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    LeaseKeeper(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void start() {
        timer.scheduleAtFixedRate(() -> System.out.println("alive"), 1, 1, TimeUnit.SECONDS); // heed: task-handle-dropped "Nobody keeps the handle"
        task = timer.scheduleAtFixedRate(() -> System.out.println("cleanup"), 1, 60, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
