// A local stands for the parameter.
import java.util.concurrent.FutureTask;

class CombiningTask extends FutureTask<Boolean> {
    private volatile Thread runner;

    CombiningTask() {
        super(() -> true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean hard = mayInterruptIfRunning & isRunning();
        if (hard) {
            runner.interrupt();
        }
        return super.cancel(mayInterruptIfRunning);
    }

    private boolean isRunning() {
        return runner != null;
    }
}
