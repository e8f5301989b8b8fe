// The handler restores first and cleans up then: the wait of its cleanup is aborted.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Runner {
    private final CountDownLatch done = new CountDownLatch(1);
    private final ExecutorService pool;

    Runner(ExecutorService pool) {
        this.pool = pool;
    }

    void run() throws InterruptedException {
        try {
            done.await();
        } catch (InterruptedException e) {
            pool.shutdownNow();
            pool.awaitTermination(5, TimeUnit.SECONDS);
            Thread.currentThread().interrupt();
        }
    }
}
