// Each turn waits where an interrupt ends it.
import java.util.concurrent.BlockingQueue;

class QueueWorker implements Runnable {
    private final BlockingQueue<String> queue;
    private int length;

    QueueWorker(BlockingQueue<String> queue) {
        this.queue = queue;
    }

    @Override
    public void run() {
        try {
            while (true) {
                length += queue.take().length();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
