// The caller gets a RuntimeException and a clear status: nothing says "stop" to the loops above.
import java.util.concurrent.BlockingQueue;

class Puller {
    static String pull(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeException("interrupted", e);
        }
    }
}
