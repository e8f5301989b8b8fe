// cancel(true) marks the future; the poller waits on in a thread of the common pool, and takes the next order away.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

class OrderPoller {
    private final BlockingQueue<String> orders;
    private CompletableFuture<Void> polling;

    OrderPoller(BlockingQueue<String> orders) {
        this.orders = orders;
    }

    void start() {
        polling = CompletableFuture.runAsync(() -> { // step 1: "the work is started here"
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
        polling.cancel(true); // heed: cancel-does-not-interrupt "'cancel(true)' only marks the future: the work that 'runAsync' has started is not interrupted, and it goes on to wait in 'take'" // step 2: "nobody tells the work"
    }
}
