// The helper that is called with the exception only writes it down.
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;

class Throttle {
    private static final Logger LOG = Logger.getLogger("throttle");
    private final Semaphore permits = new Semaphore(4);

    void enter() {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            onInterrupt(e);
            Thread.currentThread().interrupt();
        }
    }

    private static void onInterrupt(InterruptedException e) {
        LOG.fine(() -> "gave up waiting: " + e);
    }
}
