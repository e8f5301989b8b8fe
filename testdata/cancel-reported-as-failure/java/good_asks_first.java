// The broad handler asks what it has caught before it raises the alarm.
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

class Asking extends Thread {
    private static final Logger LOG = Logger.getLogger("asking");
    private final BlockingQueue<Runnable> work;

    Asking(BlockingQueue<Runnable> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.take().run();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                return;
            }
            LOG.log(Level.SEVERE, "work failed", e);
        }
    }
}
