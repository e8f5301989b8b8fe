// A helper cancels the retry before.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class HelperBook {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    HelperBook(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void onLookupFailed(String address) {
        close();
        task = timer.schedule(() -> System.out.println(address), 10, TimeUnit.SECONDS);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
