// The lock itself is asked whether it is held.
import java.util.concurrent.locks.ReentrantLock;

class Held {
    private final ReentrantLock lock = new ReentrantLock();
    private int value;

    int next() throws InterruptedException {
        try {
            lock.lockInterruptibly();
            return ++value;
        } finally {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        }
    }
}
