// Released by a resource.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

class WithResource {
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private final ReentrantLock lock = new ReentrantLock();

    String next(BlockingQueue<String> queue) throws InterruptedException {
        lock.lock();
        try (Held held = lock::unlock) {
            return queue.take();
        }
    }
}
