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
        try {
            queue.put("end"); // step 1: "'put' delivers the interrupt"
        } catch (InterruptedException e) { // step 2: "caught here as 'e'"
            Thread.currentThread().interrupt(); // heed: restored-then-blocks "The interrupt status is set again before 'join'" // step 3: "the interrupt status is set again"
        }
        try {
            worker.join(); // step 4: "'join' is reached with the interrupt status set, and gives up at once"
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
