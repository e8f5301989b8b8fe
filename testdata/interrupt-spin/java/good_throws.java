// Restored, then an exception leaves the loop.
import java.util.concurrent.BlockingQueue;

class Throws {
    static void pump(BlockingQueue<Runnable> queue) {
        for (; ; ) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("pump interrupted", e);
            }
        }
    }
}
