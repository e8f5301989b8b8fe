// The pool was made for this one task, and is stopped with it.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class SinglePool {
    static <T> T call(Callable<T> call, T fallback) throws ExecutionException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return pool.submit(call).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fallback;
        } finally {
            pool.shutdownNow();
        }
    }
}
