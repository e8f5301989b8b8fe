// The helper does not know of the parameter.
import java.util.concurrent.FutureTask;

class ScanTask extends FutureTask<Integer> {
    private volatile Thread runner;

    ScanTask(Runnable scan) {
        super(scan, 1);
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        super.run();
        runner = null;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(false);
        stopRunner(); // heed: cancel-interrupts-unasked
        return cancelled;
    }

    private void stopRunner() {
        Thread thread = runner;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
