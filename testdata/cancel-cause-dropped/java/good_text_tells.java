// The text says that it was interrupted; the status is kept for whoever asks.
import java.util.concurrent.BlockingQueue;

class TextTells {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the next line");
        }
    }
}
