// The stop has a handler of its own; real failures keep the alarm.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

class QuietBackground {
    private static final Logger LOG = Logger.getLogger("background");
    private final BlockingQueue<Runnable> work;

    QuietBackground(BlockingQueue<Runnable> work, ExecutorService pool) {
        this.work = work;
        pool.execute(this::loop);
    }

    private void loop() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            LOG.fine("stopped");
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "Exception caught in background handler", e);
        }
    }
}
