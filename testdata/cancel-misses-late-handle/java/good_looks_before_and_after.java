// The first look saves work, the second is the one that counts.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class TwoLooks {
    private final ExecutorService pool;
    private volatile boolean cancelled;
    private volatile Future<?> task;

    TwoLooks(ExecutorService pool) {
        this.pool = pool;
    }

    void start(Runnable work) {
        if (cancelled) {
            return;
        }
        Future<?> started = pool.submit(work);
        task = started;
        if (cancelled) {
            started.cancel(true);
        }
    }

    void cancel() {
        cancelled = true;
        Future<?> last = task;
        if (last != null) {
            last.cancel(true);
        }
    }
}
