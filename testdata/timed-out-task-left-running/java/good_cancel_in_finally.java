// cancel() in finally: nothing to a task that is done, the end of one that is not.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class InFinally {
    static <T> T call(ExecutorService pool, Callable<T> call)
            throws ExecutionException, InterruptedException, TimeoutException {
        Future<T> result = pool.submit(call);
        try {
            return result.get(1, TimeUnit.SECONDS);
        } finally {
            result.cancel(true);
        }
    }
}
