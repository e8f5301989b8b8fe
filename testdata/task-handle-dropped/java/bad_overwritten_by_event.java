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
        task = timer.schedule(() -> lookUp(address), 10, TimeUnit.SECONDS); // heed: task-handle-dropped "Each call of 'onLookupFailed' puts a new task into 'task'" // step 1: "is overwritten"
    }

    private void lookUp(String address) {
        System.out.println(address);
    }

    void close() {
        if (task != null) {
            task.cancel(false); // step 2: "cancels what it knows of"
        }
    }
}
