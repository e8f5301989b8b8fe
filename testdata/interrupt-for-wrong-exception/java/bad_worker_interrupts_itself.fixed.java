// One bad order, and the next take() of this worker throws although nobody shut it down.
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

class OrderWorker implements Runnable {
    private final BlockingQueue<String> orders;
    private volatile boolean closed;

    OrderWorker(BlockingQueue<String> orders) {
        this.orders = orders;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                handle(orders.take());
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void handle(String order) throws InterruptedException {
        try {
            send(order);
            Thread.sleep(10);
        } catch (IOException | IllegalStateException e) {
            System.err.println("skipped " + order + ": " + e);
        }
    }

    void send(String order) throws IOException, InterruptedException {
        try {
            ack(order);
        } catch (InterruptedException | IOException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("not sent: " + order, e);
        }
    }

    void ack(String order) throws IOException, InterruptedException {
        if (order.isEmpty()) {
            throw new IOException("empty");
        }
        Thread.sleep(1);
    }
}
