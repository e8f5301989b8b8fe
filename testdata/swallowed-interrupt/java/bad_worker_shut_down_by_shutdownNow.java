// shutdownNow() interrupts the worker; its loop logs that and waits for the next task, for ever.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

class Dispatcher {
    private static final Logger LOG = Logger.getLogger("dispatcher");
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    void start() {
        pool.execute(this::pollLoop);
    }

    private void pollLoop() {
        while (true) {
            try {
                queue.take().run();
            } catch (InterruptedException e) { // heed: swallowed-interrupt
                LOG.log(Level.WARNING, "interrupted", e);
            }
        }
    }

    void stop() {
        pool.shutdownNow();
    }
}
