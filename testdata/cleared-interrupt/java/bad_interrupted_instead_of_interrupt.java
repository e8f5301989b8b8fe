// interrupted() clears the status; interrupt() was meant.
import java.util.concurrent.BlockingQueue;

class Drain {
    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.interrupted(); // heed: cleared-interrupt
            return null;
        }
    }
}
