// A guard inside the broad handler restores before it leaves.
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    Integer value(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            } else {
                LOG.warn("No value", e);
            }
            return null;
        }
    }
}
