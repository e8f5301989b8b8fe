// The parameter decides.
import java.util.concurrent.FutureTask;

class AskingTask extends FutureTask<Boolean> {
    private volatile Thread runner;

    AskingTask() {
        super(() -> true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Thread thread = runner;
        if (thread != null && mayInterruptIfRunning) {
            thread.interrupt();
        }
        return cancelled;
    }
}
