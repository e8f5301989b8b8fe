// Below error level it is a remark, not an alarm.
import java.util.concurrent.BlockingQueue;
import java.util.logging.Logger;

class Remarks extends Thread {
    private static final Logger LOG = Logger.getLogger("remarks");
    private final BlockingQueue<Runnable> work;

    Remarks(BlockingQueue<Runnable> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            while (true) {
                work.take().run();
            }
        } catch (Exception e) {
            LOG.info("worker ends: " + e);
        }
    }
}
