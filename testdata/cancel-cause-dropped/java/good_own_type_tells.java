// The name of the type says it.
import java.util.concurrent.BlockingQueue;

class OwnType {
    static final class ReaderStoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ReaderStoppedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReaderStoppedException("No next line", null);
        }
    }
}
