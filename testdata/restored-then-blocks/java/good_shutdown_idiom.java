// The idiom of ExecutorService's Javadoc, for two pools: with the status set the second is just not waited for.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Idiom {
    static void shutdown(ExecutorService first, ExecutorService second) {
        shutdownAndAwait(first);
        shutdownAndAwait(second);
    }

    private static void shutdownAndAwait(ExecutorService pool) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(60, TimeUnit.SECONDS)) {
                pool.shutdownNow();
                if (!pool.awaitTermination(60, TimeUnit.SECONDS)) {
                    System.err.println("Pool did not terminate");
                }
            }
        } catch (InterruptedException ie) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
