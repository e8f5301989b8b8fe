// Clear, run what must not be cut short, restore.
import java.util.concurrent.BlockingQueue;

class Flush {
    static void flush(BlockingQueue<String> queue, String last) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            queue.put(last);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
