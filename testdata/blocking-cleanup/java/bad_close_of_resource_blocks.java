// The resource is closed when the body has restored: its close() waits, and is aborted.
import java.util.concurrent.BlockingQueue;

class Client implements AutoCloseable {
    private final Thread reader = new Thread(() -> {});

    @Override
    public void close() throws InterruptedException {
        reader.interrupt();
        reader.join();
    }

    static String first(BlockingQueue<String> queue) throws InterruptedException {
        try (Client client = new Client()) { // heed: blocking-cleanup "when this resource is closed"
            try {
                return queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return client.toString();
            }
        }
    }
}
