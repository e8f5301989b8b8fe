// A worker that survives everything, also the interrupt that should end it.
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Notifier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private final BlockingQueue<Runnable> events;

    Notifier(BlockingQueue<Runnable> events) {
        this.events = events;
    }

    @Override
    public void run() {
        while (true) {
            try {
                events.take().run();
            } catch (Throwable t) { // heed: swallowed-by-broad-catch
                LOG.error("Event handler failed", t);
            }
        }
    }
}
