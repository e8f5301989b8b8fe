// Neither a text nor a cause.
import java.util.concurrent.BlockingQueue;

class QueueDrain {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new RuntimeException(); // heed: cancel-cause-dropped
        }
    }
}
