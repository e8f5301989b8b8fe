// The lock is the result of a call, the same one in both places.
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Table {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int version;

    int bump() throws InterruptedException {
        lock.writeLock().lockInterruptibly();
        try {
            return ++version;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
