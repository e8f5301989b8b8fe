// lock() and acquireUninterruptibly() cannot be cancelled: where they stand is another question.
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

class NotInterruptible {
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore permits = new Semaphore(1);
    private int value;

    int locked() {
        try {
            lock.lock();
            return ++value;
        } finally {
            lock.unlock();
        }
    }

    int permitted() {
        try {
            permits.acquireUninterruptibly();
            return ++value;
        } finally {
            permits.release();
        }
    }
}
