// A lock is held for short: waiting for it is no wait for others' work.
import java.util.concurrent.locks.ReentrantLock;

class LockedCounter {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    int next() throws InterruptedException {
        lock.lock();
        try {
            return ++count;
        } finally {
            lock.unlock();
        }
    }
}
