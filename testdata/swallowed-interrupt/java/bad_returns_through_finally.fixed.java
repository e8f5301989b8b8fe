// The handler's return passes a finally, which changes nothing for the interrupt.
import java.util.concurrent.BlockingQueue;

class Depth {
    private int waiting;

    String next(BlockingQueue<String> queue) {
        waiting++;
        try {
            return queue.take();
        } catch (InterruptedException e) {
            System.err.println("gave up");
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting--;
        }
    }
}
