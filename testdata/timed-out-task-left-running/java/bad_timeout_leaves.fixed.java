// The TimeoutException leaves the method, and nobody has the future any more.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Bound {
    static <T> T call(ExecutorService pool, Callable<T> call, long millis)
            throws ExecutionException, InterruptedException, TimeoutException {
        Future<T> result = pool.submit(call);
        try {
            return result.get(millis, TimeUnit.MILLISECONDS);
        } finally {
            result.cancel(true);
        }
    }
}
