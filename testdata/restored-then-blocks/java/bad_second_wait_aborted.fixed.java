// The first wait restores and goes on; the join that should follow throws at once, and the worker is left behind.
import java.util.concurrent.BlockingQueue;

class Pipeline {
    private final BlockingQueue<String> queue;
    private final Thread worker;

    Pipeline(BlockingQueue<String> queue, Thread worker) {
        this.queue = queue;
        this.worker = worker;
    }

    void close() {
        boolean interrupted = false;
        try {
            queue.put("end");
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
