// The log has the exception.
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggedWhole {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedWhole.class);

    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            LOG.info("No next line", e);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No next line");
        }
    }
}
