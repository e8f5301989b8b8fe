// A loop over a collection is bounded: with the status set the remaining pools are stopped without waiting for them.
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class ShutsAllDown {
    static void stopAll(List<ExecutorService> pools) {
        for (ExecutorService pool : pools) {
            stop(pool);
        }
    }

    private static void stop(ExecutorService pool) {
        try {
            if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
