// Interrupted in take(), the method leaves with the lock held: every other thread waits for ever.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

class Exchange {
    private final ReentrantLock lock = new ReentrantLock();
    private String current;

    void refill(BlockingQueue<String> source) throws InterruptedException {
        lock.lock();
        try {
            current = source.take();
        } finally {
            lock.unlock();
        }
    }
}
