// Cleans up after whatever happened, and rethrows it as it is.
import java.util.concurrent.BlockingQueue;

class Everything {
    private int open;

    String read(BlockingQueue<String> queue) throws InterruptedException {
        open++;
        try {
            return queue.take();
        } catch (Throwable t) {
            open--;
            throw t;
        }
    }
}
