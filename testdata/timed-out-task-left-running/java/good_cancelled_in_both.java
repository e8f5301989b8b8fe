// Both handlers cancel.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class InBoth {
    static <T> T callOrNull(ExecutorService pool, Callable<T> call) throws ExecutionException {
        Future<T> result = pool.submit(call);
        try {
            return result.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            return null;
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
