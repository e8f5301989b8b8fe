// invokeAll with a bound cancels what has not completed by itself.
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class InvokeAll {
    static int sum(ExecutorService pool, List<Callable<Integer>> parts) throws InterruptedException, ExecutionException {
        int sum = 0;
        for (Future<Integer> part : pool.invokeAll(parts, 1, TimeUnit.SECONDS)) {
            if (!part.isCancelled()) {
                sum += part.get();
            }
        }
        return sum;
    }
}
