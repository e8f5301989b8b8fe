// One message for both: who gave up can no longer be told.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

class Quota {
    private static final Logger LOG = Logger.getLogger("quota");

    long read(Future<Long> quota) throws ExecutionException {
        try {
            return quota.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            LOG.log(Level.WARNING, "Quota service timed out, using the default", e); // heed: cancel-reported-as-timeout
            quota.cancel(true);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return 1_000;
        }
    }
}
