// The thread is kept in an atomic.
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

class CopyTask extends FutureTask<Long> {
    private final AtomicReference<Thread> runner = new AtomicReference<>();

    CopyTask(Runnable copy) {
        super(copy, 0L);
    }

    @Override
    public void run() {
        runner.set(Thread.currentThread());
        super.run();
        runner.set(null);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Thread thread = runner.getAndSet(null);
        if (thread != null) {
            thread.interrupt(); // heed: cancel-interrupts-unasked
        }
        return super.cancel(mayInterruptIfRunning);
    }
}
