// The type takes no cause, and initCause is rarely worth a line.
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;

class TakesNone {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSuchElementException("No next line");
        }
    }
}
