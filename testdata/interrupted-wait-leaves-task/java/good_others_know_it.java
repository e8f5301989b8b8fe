// The future is kept where close() finds it.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class KnownTask implements AutoCloseable {
    private final ExecutorService pool;
    private volatile Future<String> current;

    KnownTask(ExecutorService pool) {
        this.pool = pool;
    }

    String run(Callable<String> work) throws ExecutionException {
        Future<String> result = pool.submit(work);
        current = result;
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        Future<String> last = current;
        if (last != null) {
            last.cancel(true);
        }
    }
}
