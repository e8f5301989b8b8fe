// This type is made for interrupts and takes no cause.
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;

class CarrierAlone {
    static String next(BlockingQueue<String> queue) throws InterruptedIOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
