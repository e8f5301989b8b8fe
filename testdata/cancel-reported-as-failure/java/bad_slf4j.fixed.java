// The same with slf4j and a task of a pool.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AliveSign {
    private static final Logger LOG = LoggerFactory.getLogger(AliveSign.class);

    void start(ExecutorService pool) {
        pool.submit(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    TimeUnit.SECONDS.sleep(5);
                    System.out.println("alive");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("AliveSign failed", e);
            }
        });
    }
}
