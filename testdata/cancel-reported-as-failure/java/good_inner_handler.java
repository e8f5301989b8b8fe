// The wait has a handler of its own inside; the outer one only sees what the work throws.
import java.util.concurrent.BlockingQueue;
import java.util.logging.Logger;

class InnerWait extends Thread {
    private static final Logger LOG = Logger.getLogger("inner");
    private final BlockingQueue<Runnable> work;

    InnerWait(BlockingQueue<Runnable> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Runnable next;
                try {
                    next = work.take();
                } catch (InterruptedException e) {
                    return;
                }
                next.run();
            }
        } catch (Exception e) {
            LOG.severe("work failed: " + e);
        }
    }
}
