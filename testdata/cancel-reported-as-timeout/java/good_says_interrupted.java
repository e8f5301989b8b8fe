// The word timeout occurs, but the text says that it was an interrupt.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Says {
    private static final Logger LOG = LoggerFactory.getLogger(Says.class);
    private final CountDownLatch done = new CountDownLatch(1);

    void await(long timeout) {
        try {
            if (!done.await(timeout, TimeUnit.MILLISECONDS)) {
                LOG.warn("Not done before the timeout of {} ms", timeout);
            }
        } catch (InterruptedException e) {
            LOG.warn("Interrupted before the timeout of {} ms", timeout);
            Thread.currentThread().interrupt();
        }
    }

    void awaitOrSay() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Timed out or interrupted, see the cause", e);
        }
    }
}
