// The log blames the clock.
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    String fetch(BlockingQueue<String> replies) {
        try {
            return replies.take();
        } catch (InterruptedException e) {
            LOG.warn("Timed out waiting for a reply", e); // heed: cancel-reported-as-timeout
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
