// The tasks are interrupted if they are done, and left alone if they hang.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class PrintPool {
    static void close(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
    }
}
