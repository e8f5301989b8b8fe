// Each attempt that times out leaves its task behind; after some turns the pool is full of them.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Attempts {
    static <T> T call(ExecutorService pool, Callable<T> call) throws ExecutionException, InterruptedException {
        for (int attempt = 0; attempt < 3; attempt++) {
            Future<T> result = pool.submit(call);
            try {
                return result.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                System.err.println("attempt " + attempt + " took too long");
            } finally {
                result.cancel(true);
            }
        }
        return null;
    }
}
