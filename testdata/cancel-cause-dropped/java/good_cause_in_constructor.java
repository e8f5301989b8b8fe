// The usual form.
import java.util.concurrent.BlockingQueue;

class CauseGiven {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No next line", e);
        }
    }
}
