// Waiting for a pool in a loop that no interrupt can end.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Stop {
    static void awaitEnd(ExecutorService pool) {
        pool.shutdown();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
