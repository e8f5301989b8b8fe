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
        Future<String> country = pool.submit(() -> lookUp(address));
        try {
            return country.get(500, TimeUnit.MILLISECONDS); // heed: timed-out-task-left-running
        } catch (TimeoutException e) {
            return "unknown";
        }
    }
}
