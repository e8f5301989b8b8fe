// Each has its own handler and its own words.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

class SeparateHandlers {
    private static final Logger LOG = Logger.getLogger("quota");

    long read(Future<Long> quota) throws ExecutionException {
        try {
            return quota.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warning("Quota service timed out");
            quota.cancel(true);
        } catch (InterruptedException e) {
            LOG.info("Interrupted while asking for the quota");
            quota.cancel(true);
            Thread.currentThread().interrupt();
        }
        return 1_000;
    }
}
