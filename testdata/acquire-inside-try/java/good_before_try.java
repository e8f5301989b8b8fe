// Acquired before the try.
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

class Before {
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore permits = new Semaphore(1);
    private int turns;

    void turn() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            permits.acquire();
            try {
                turns++;
            } finally {
                permits.release();
            }
        } finally {
            lock.unlock();
        }
    }
}
