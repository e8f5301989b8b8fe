// The future of an executor interrupts its work.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class InterruptiblePoller {
    private final BlockingQueue<String> orders;
    private final ExecutorService pool;
    private Future<?> polling;

    InterruptiblePoller(BlockingQueue<String> orders, ExecutorService pool) {
        this.orders = orders;
        this.pool = pool;
    }

    void start() {
        polling = pool.submit(() -> {
            try {
                while (true) {
                    System.out.println(orders.take());
                }
            } catch (InterruptedException e) {
                System.out.println("stopped");
            }
        });
    }

    void stop() {
        polling.cancel(true);
    }
}
