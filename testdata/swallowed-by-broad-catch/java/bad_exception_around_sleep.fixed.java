// catch (Exception) also takes the interrupt of the sleep.
import java.util.logging.Level;
import java.util.logging.Logger;

class Poller {
    private static final Logger LOG = Logger.getLogger("poller");
    private int polls;

    void pollSlowly() {
        try {
            polls++;
            Thread.sleep(250);
        } catch (Exception e) {
            LOG.log(Level.WARNING, "poll failed", e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
