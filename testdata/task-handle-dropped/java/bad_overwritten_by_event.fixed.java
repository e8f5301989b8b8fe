// Two failures within ten seconds, and close() knows of one retry only.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class AddressBook {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> task;

    AddressBook(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void onLookupFailed(String address) {
        if (task != null) {
            task.cancel(false);
        }
        task = timer.schedule(() -> lookUp(address), 10, TimeUnit.SECONDS);
    }

    private void lookUp(String address) {
        System.out.println(address);
    }

    void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
