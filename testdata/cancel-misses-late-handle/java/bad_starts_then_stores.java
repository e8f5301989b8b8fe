// The task is started after the look, and stored after that.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

class Refresh {
    private final ExecutorService pool;
    private final AtomicReference<Future<?>> running = new AtomicReference<>();
    private volatile boolean disposed;

    Refresh(ExecutorService pool) {
        this.pool = pool;
    }

    void next(Runnable work) {
        if (disposed) {
            return;
        }
        Future<?> task = pool.submit(work);
        running.set(task); // heed: cancel-misses-late-handle "'running'"
    }

    void dispose() {
        disposed = true;
        Future<?> task = running.get();
        if (task != null) {
            task.cancel(true);
        }
    }
}
