// The class shuts its pool down: periodic tasks end with it.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class PoolOwner {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    PoolOwner(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void start() {
        timer.scheduleAtFixedRate(() -> System.out.println("alive"), 1, 1, TimeUnit.SECONDS);
        task = timer.scheduleAtFixedRate(() -> System.out.println("cleanup"), 1, 60, TimeUnit.SECONDS);
    }

    void stop() {
        timer.shutdown();
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
