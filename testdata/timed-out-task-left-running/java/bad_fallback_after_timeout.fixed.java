// The caller goes on with a default; the task keeps its thread, perhaps for ever.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

abstract class Geo {
    private final ExecutorService pool;

    Geo(ExecutorService pool) {
        this.pool = pool;
    }

    abstract String lookUp(String address);

    String country(String address) throws ExecutionException, InterruptedException {
        Future<String> answer = pool.submit(() -> lookUp(address));
        try {
            return answer.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "unknown";
        } finally {
            answer.cancel(true);
        }
    }
}
