// The interrupt leaves as it is: whether the work should go on is for the caller to say.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

class OpenDesk {
    static String write(ExecutorService pool, Callable<String> report) throws ExecutionException, InterruptedException {
        return pool.submit(report).get();
    }
}
