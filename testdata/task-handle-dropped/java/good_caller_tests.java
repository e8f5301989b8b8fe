// The caller looks whether there is one.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class CallerBook {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    CallerBook(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void failed(String address) {
        if (task == null || task.isDone()) {
            retry(address);
        }
    }

    private void retry(String address) {
        task = timer.schedule(() -> System.out.println(address), 10, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
