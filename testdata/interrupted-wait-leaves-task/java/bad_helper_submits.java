// A helper submits the task, and this method alone has its future.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Compaction {
    private final ExecutorService pool;

    Compaction(ExecutorService pool) {
        this.pool = pool;
    }

    boolean compact(Callable<Boolean> run) {
        Future<Boolean> done = submit(run);
        try {
            return done.get();
        } catch (Exception e) { // heed: interrupted-wait-leaves-task "which 'submit' has started"
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    private Future<Boolean> submit(Callable<Boolean> run) {
        return pool.submit(run);
    }
}
