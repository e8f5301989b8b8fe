// The handler's return passes a finally, which changes nothing for the interrupt.
import java.util.concurrent.BlockingQueue;

class Depth {
    private int waiting;

    String next(BlockingQueue<String> queue) {
        waiting++;
        try {
            return queue.take();
        } catch (InterruptedException e) { // heed: swallowed-interrupt
            System.err.println("gave up");
            return null;
        } finally {
            waiting--;
        }
    }
}
