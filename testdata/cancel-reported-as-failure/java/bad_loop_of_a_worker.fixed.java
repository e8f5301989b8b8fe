// The interrupt ends the worker, as it should, and every shutdown writes an error with a stack trace.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

class Background {
    private static final Logger LOG = Logger.getLogger("background");
    private final BlockingQueue<Runnable> work;

    Background(BlockingQueue<Runnable> work, ExecutorService pool) {
        this.work = work;
        pool.execute(this::loop);
    }

    private void loop() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "Exception caught in background handler", e);
        }
    }
}
