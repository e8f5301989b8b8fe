// As above, with a question that does not wait.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class Spooler {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    void close() {
        pool.shutdown();
        if (!pool.isTerminated()) {
            pool.shutdownNow();
        }
    }
}
