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
    public boolean cancel(boolean mayInterruptIfRunning) { // step 1: "called with 'mayInterruptIfRunning' false"
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Thread thread = runner;
        if (cancelled && thread != null) {
            thread.interrupt(); // heed: cancel-interrupts-unasked "even if 'mayInterruptIfRunning' is false" // step 2: "all the same"
        }
        return cancelled;
    }
}
