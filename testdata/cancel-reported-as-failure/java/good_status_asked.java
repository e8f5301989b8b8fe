// The status or the stop flag tells a stop from a failure.
import java.util.concurrent.BlockingQueue;
import java.util.logging.Logger;

class FlagFirst extends Thread {
    private static final Logger LOG = Logger.getLogger("flag");
    private final BlockingQueue<Runnable> work;
    private volatile boolean stopped;

    FlagFirst(BlockingQueue<Runnable> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                work.take().run();
            }
        } catch (Exception e) {
            if (!stopped) {
                LOG.severe("work failed: " + e);
            }
        }
    }

    void close() {
        stopped = true;
        interrupt();
    }
}
