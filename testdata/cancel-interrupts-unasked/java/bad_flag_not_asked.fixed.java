// cancel(false) tears a task that should come to its end.
import java.util.concurrent.FutureTask;

class UploadTask extends FutureTask<Boolean> {
    private volatile Thread runner;

    UploadTask(Runnable upload) {
        super(upload, true);
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        super.run();
        runner = null;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Thread thread = runner;
        if (cancelled && thread != null) {
            if (mayInterruptIfRunning) {
                thread.interrupt();
            }
        }
        return cancelled;
    }
}
