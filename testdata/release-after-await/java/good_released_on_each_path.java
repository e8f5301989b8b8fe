// No finally, but the handler releases as well.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

class EachPath {
    private final Semaphore permits = new Semaphore(2);

    String get(BlockingQueue<String> queue) throws InterruptedException {
        permits.acquire();
        String value;
        try {
            value = queue.take();
        } catch (InterruptedException | RuntimeException e) {
            permits.release();
            throw e;
        }
        permits.release();
        return value;
    }
}
