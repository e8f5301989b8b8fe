// The loop's condition looks at the status.
import java.util.concurrent.BlockingQueue;

class Tests implements Runnable {
    private final BlockingQueue<Runnable> queue;
    private volatile boolean stopped;

    Tests(BlockingQueue<Runnable> queue) {
        this.queue = queue;
    }

    @Override
    public void run() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void stop() {
        stopped = true;
    }
}
