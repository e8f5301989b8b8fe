// One handler for all, but its words hold for a stop as well, or it is told quietly.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

class Worded {
    private static final Logger LOG = Logger.getLogger("worded");
    private final BlockingQueue<Runnable> work;

    Worded(BlockingQueue<Runnable> work, ExecutorService pool) {
        this.work = work;
        pool.execute(this::loud);
        pool.execute(this::quiet);
    }

    private void loud() {
        try {
            work.take().run();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "worker interrupted or failed", e);
        }
    }

    private void quiet() {
        try {
            work.take().run();
        } catch (Exception e) {
            LOG.log(Level.FINE, "worker ends", e);
        }
    }
}
