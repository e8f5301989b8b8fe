// The loop looks at the flag after each store.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class LookingLoop {
    private volatile boolean cancelled;
    private volatile Future<?> current;

    void run(ExecutorService pool, Iterable<Runnable> work) throws Exception {
        for (Runnable one : work) {
            if (cancelled) {
                Future<?> last = current;
                if (last != null) {
                    last.cancel(true);
                }
                return;
            }
            current = pool.submit(one);
        }
    }

    void cancel() {
        cancelled = true;
        Future<?> last = current;
        if (last != null) {
            last.cancel(true);
        }
    }
}
