// The plain remedy: restore the status and leave.
import java.util.concurrent.BlockingQueue;

class Restored {
    private final BlockingQueue<String> queue;

    Restored(BlockingQueue<String> queue) {
        this.queue = queue;
    }

    String next() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
