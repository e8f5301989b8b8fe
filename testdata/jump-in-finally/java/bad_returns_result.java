// The caller gets a number, and never learns that it was asked to stop.
import java.util.concurrent.BlockingQueue;

class ResultCounter {
    private int count;

    int drain(BlockingQueue<String> queue) throws InterruptedException {
        try {
            while (true) {
                queue.take(); // step
                count++;
            }
        } finally {
            return count; // heed: jump-in-finally
        }
    }
}
