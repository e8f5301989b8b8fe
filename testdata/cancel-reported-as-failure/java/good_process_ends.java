// Whatever it was that ended the wait, the process goes down with it, and the log has to say so.
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

class LostConnection extends Thread {
    private static final Logger LOG = Logger.getLogger("watchdog");
    private final CountDownLatch lost;

    LostConnection(CountDownLatch lost) {
        this.lost = lost;
    }

    @Override
    public void run() {
        try {
            lost.await();
        } catch (Throwable t) {
            LOG.severe("the watchdog died: " + t);
            Runtime.getRuntime().halt(1);
        }
    }
}
