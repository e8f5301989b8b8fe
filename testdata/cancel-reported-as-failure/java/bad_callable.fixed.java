// A Callable whose only work is to wait: the pool's shutdownNow ends it, and the log calls it an error.
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LateStart {
    private static final Logger LOG = LoggerFactory.getLogger(LateStart.class);

    void start(ExecutorService pool, CountDownLatch ready) {
        pool.submit(new Callable<Void>() {
            @Override
            public Void call() {
                await(ready);
                return null;
            }
        });
    }

    private void await(CountDownLatch ready) {
        try {
            ready.await();
            LOG.info("started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("Unexpected exception", e);
        }
    }
}
