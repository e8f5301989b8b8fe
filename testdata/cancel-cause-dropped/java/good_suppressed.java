// As suppressed it is in the stack trace, too.
import java.util.concurrent.BlockingQueue;

class Suppressed {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            IllegalStateException failure = new IllegalStateException("No next line");
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
