// The handler cleans up first, with a clear status, and restores last.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class CleanFirst {
    private final CountDownLatch done = new CountDownLatch(1);
    private final ExecutorService pool;

    CleanFirst(ExecutorService pool) {
        this.pool = pool;
    }

    boolean run() throws InterruptedException {
        try {
            done.await();
            return true;
        } catch (InterruptedException e) {
            pool.shutdownNow();
            boolean ended = pool.awaitTermination(5, TimeUnit.SECONDS);
            Thread.currentThread().interrupt();
            return ended;
        }
    }
}
