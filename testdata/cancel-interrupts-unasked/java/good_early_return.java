// Without permission the method has returned before.
import java.util.concurrent.FutureTask;

class EarlyTask extends FutureTask<Boolean> {
    private volatile Thread runner;

    EarlyTask() {
        super(() -> true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (!mayInterruptIfRunning) {
            return cancelled;
        }
        runner.interrupt();
        return cancelled;
    }
}
