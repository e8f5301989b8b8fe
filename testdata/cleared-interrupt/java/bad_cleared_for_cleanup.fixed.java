// The status is cleared so that the cleanup can wait, and never set again.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Shutdown {
    private final ExecutorService pool;

    Shutdown(ExecutorService pool) {
        this.pool = pool;
    }

    boolean close() throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            pool.shutdown();
            return pool.awaitTermination(10, TimeUnit.SECONDS);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
