// java.util.logging's short form; the catch also takes what the interrupted wait throws.
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.logging.Logger;

class Expiry implements Runnable {
    private static final Logger LOG = Logger.getLogger("expiry");
    private final DelayQueue<Delayed> due = new DelayQueue<>();

    void begin() {
        new Thread(this).start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                due.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.severe("Expiry thread died: " + e);
        }
    }
}
