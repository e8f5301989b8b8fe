// The finally releases another lock, which was taken before.
import java.util.concurrent.locks.ReentrantLock;

class TwoLocks {
    private final ReentrantLock first = new ReentrantLock();
    private final ReentrantLock second = new ReentrantLock();
    private int value;

    void step() throws InterruptedException {
        first.lock();
        try {
            second.lockInterruptibly();
            value++;
            second.unlock();
        } finally {
            first.unlock();
        }
    }
}
