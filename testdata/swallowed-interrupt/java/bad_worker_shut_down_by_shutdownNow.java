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
        while (true) { // step 4: "the loop goes on" // step 5: "nothing ends the loop: the interrupt is gone"
            try {
                queue.take().run(); // step 1: "'take' delivers the interrupt"
            } catch (InterruptedException e) { // heed: swallowed-interrupt "is logged and lost" // step 2: "caught here as 'e'"
                LOG.log(Level.WARNING, "interrupted", e); // step 3: "logged"
            }
        }
    }

    void stop() {
        pool.shutdownNow();
    }
}
