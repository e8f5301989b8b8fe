// Waiting on a condition inside the try is no acquire: await() holds the lock again when it throws.
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class Waiting {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean open;

    void pass() throws InterruptedException {
        lock.lock();
        try {
            while (!open) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            open = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
