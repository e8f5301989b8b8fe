// Each interrupt goes to the helper, and the loop goes on.
import java.util.concurrent.BlockingQueue;

class HelperLoop {
    void run(BlockingQueue<Runnable> queue, Thread helper) {
        while (helper.isAlive()) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                helper.interrupt();
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
