// On the path with the wait the lock was not obtained.
import java.util.concurrent.locks.ReentrantLock;

class NotObtained {
    private final ReentrantLock lock = new ReentrantLock();
    private int value;

    void update() throws InterruptedException {
        while (!lock.tryLock()) {
            Thread.sleep(1);
        }
        value++;
        lock.unlock();
    }
}
