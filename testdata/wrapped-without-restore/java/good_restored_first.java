// The status is set when the wrapper leaves.
import java.util.concurrent.BlockingQueue;

class First {
    static String pull(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
