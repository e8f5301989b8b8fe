package depot;

import java.util.concurrent.BlockingQueue;

/** Bug 1: the interrupt is caught, and lost. */
public class Orders {
    private final BlockingQueue<String> queue;

    public Orders(BlockingQueue<String> queue) {
        this.queue = queue;
    }

    public boolean accept(String order) {
        try {
            queue.put(order);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
