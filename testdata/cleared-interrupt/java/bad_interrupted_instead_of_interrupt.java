// interrupted() clears the status; interrupt() was meant.
import java.util.concurrent.BlockingQueue;

class Drain {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.interrupted(); // heed: cleared-interrupt "where it was to be set again" // step 1: "the interrupt status is cleared, and nobody looks at it"
            return null; // step 2: "'next' returns, and the interrupt is gone"
        }
    }
}
