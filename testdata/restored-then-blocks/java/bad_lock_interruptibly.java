// The write-back needs the lock, and cannot get it with the status set.
import java.util.concurrent.locks.ReentrantLock;

class Cache {
    private final ReentrantLock lock = new ReentrantLock();
    private int written;

    void settleAndWrite() throws InterruptedException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // heed: restored-then-blocks
        }
        lock.lockInterruptibly();
        try {
            written++;
        } finally {
            lock.unlock();
        }
    }
}
