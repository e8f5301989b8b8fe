// The timeout cancels the task, the interrupt does not.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Query {
    static String run(ExecutorService pool, Callable<String> query) throws ExecutionException {
        Future<String> rows = pool.submit(query);
        try {
            return rows.get(10, TimeUnit.SECONDS); // heed: timed-out-task-left-running
        } catch (TimeoutException e) {
            rows.cancel(true);
            throw new IllegalStateException("query took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("query interrupted", e);
        }
    }
}
