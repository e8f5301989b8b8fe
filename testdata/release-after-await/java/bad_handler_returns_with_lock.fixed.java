// The handler does right by the interrupt, and forgets the lock.
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private String value;

    String take() {
        lock.lock();
        try {
            while (value == null) {
                try {
                    filled.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            String taken = value;
            value = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
