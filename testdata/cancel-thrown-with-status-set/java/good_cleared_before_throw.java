// Asked first, for the log, and cleared just before the throw.
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;

class LoggedStop {
    private static final Logger LOG = Logger.getLogger("stop");
    private final Semaphore turn = new Semaphore(1);

    void work(int steps) throws InterruptedException {
        try {
            for (int i = 0; i < steps; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    LOG.info("stopped at " + i);
                    Thread.interrupted();
                    throw new InterruptedException();
                }
            }
        } finally {
            turn.acquire();
            turn.release();
        }
    }
}
