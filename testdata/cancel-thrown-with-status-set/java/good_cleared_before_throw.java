// Asked first, for the log, and cleared just before the throw.
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

class LoggedStop {
    private static final Logger LOG = Logger.getLogger("stop");
    private final CountDownLatch done = new CountDownLatch(1);

    void work(int steps) throws InterruptedException {
        try {
            for (int i = 0; i < steps; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    LOG.info("stopped at " + i);
                    Thread.interrupted();
                    throw new InterruptedException();
                }
            }
            done.countDown();
        } finally {
            done.await();
        }
    }
}
