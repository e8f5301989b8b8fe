// For types whose constructors take no cause.
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

class InitCause {
    static String next(BlockingQueue<String> queue) throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            IOException end = new EOFException("No next line");
            end.initCause(e);
            throw end;
        }
    }
}
