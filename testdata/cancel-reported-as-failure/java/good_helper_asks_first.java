// A helper that is not seen here says whether it was an interrupt; only other failures raise the alarm.
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hadoop.hbase.util.ExceptionUtil;

class AskingHelper extends Thread {
    private static final Logger LOG = Logger.getLogger("asking");
    private final BlockingQueue<Runnable> work;

    AskingHelper(BlockingQueue<Runnable> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.take().run();
        } catch (Throwable t) {
            if (ExceptionUtil.isInterrupt(t)) {
                LOG.info("interrupted, exiting");
            } else {
                LOG.log(Level.SEVERE, "work failed", t);
            }
        }
    }
}
