// catch (RuntimeException) does not take the interrupt; it leaves through the signature.
import java.util.concurrent.BlockingQueue;

class RuntimeOnly {
    static void pump(BlockingQueue<Runnable> queue) throws InterruptedException {
        while (true) {
            try {
                queue.take().run();
            } catch (RuntimeException e) {
                System.err.println("task failed: " + e);
            }
        }
    }
}
