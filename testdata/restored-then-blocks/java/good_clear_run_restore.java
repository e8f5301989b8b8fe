// The status is cleared for the cleanup that waits, and restored after it.
import java.util.concurrent.BlockingQueue;

class Shielded {
    private final Thread reader = new Thread(() -> {});

    void close() {
        boolean interrupted = Thread.interrupted();
        try {
            reader.join(1_000);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    String first(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            close();
        }
    }
}
