// Interrupted in take(), the method leaves with the lock held: every other thread waits for ever.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

class Exchange {
    private final ReentrantLock lock = new ReentrantLock();
    private String current;

    void refill(BlockingQueue<String> source) throws InterruptedException {
        lock.lock(); // heed: release-after-await "Interrupted in 'take', 'refill' leaves with 'lock' locked" // step 1: "'lock' is locked here"
        current = source.take(); // step 2: "'take' throws when interrupted" // step 3: "'InterruptedException' leaves 'refill' with the lock held"
        lock.unlock();
    }
}
