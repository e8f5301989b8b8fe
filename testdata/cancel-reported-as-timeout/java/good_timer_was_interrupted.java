// A text about the timer itself, in the same sentence as the interrupt.
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

class Timer implements Runnable {
    private static final Logger LOG = Logger.getLogger("timer");

    @Override
    public void run() {
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException e) {
            LOG.fine("Request timeout task was interrupted");
            return;
        }
        LOG.warning("Request timed out");
    }
}
