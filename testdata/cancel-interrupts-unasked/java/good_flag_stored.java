// The parameter goes into a field, which decides.
import java.util.concurrent.FutureTask;

class StoringTask extends FutureTask<Boolean> {
    private volatile Thread runner;
    private boolean hard;

    StoringTask() {
        super(() -> true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        hard = mayInterruptIfRunning;
        if (hard) {
            runner.interrupt();
        }
        return super.cancel(mayInterruptIfRunning);
    }
}
