// Without a bound there is no timeout; that an interrupted caller leaves the task alone is often meant.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Unbounded {
    static <T> T call(ExecutorService pool, Callable<T> call) throws ExecutionException, InterruptedException {
        Future<T> result = pool.submit(call);
        return result.get();
    }
}
