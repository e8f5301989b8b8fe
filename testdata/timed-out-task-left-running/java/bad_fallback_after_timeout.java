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
        Future<String> answer = pool.submit(() -> lookUp(address)); // step 1: "the task is started here"
        try {
            return answer.get(500, TimeUnit.MILLISECONDS); // heed: timed-out-task-left-running "'country' lets go of the task in 'answer'" // step 2: "the time is up"
        } catch (TimeoutException e) { // step 3: "'TimeoutException' is caught here"
            return "unknown"; // step 4: "'country' returns, and the task still runs"
        }
    }
}
