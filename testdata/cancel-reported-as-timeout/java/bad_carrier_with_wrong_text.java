// The right type, which restores the status, with the wrong text.
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.errors.InterruptException;

class FetchBuffer {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private int size;

    void awaitNotEmpty() {
        lock.lock();
        try {
            while (size == 0) {
                notEmpty.await();
            }
        } catch (InterruptedException e) {
            throw new InterruptException("Timeout waiting for results from fetching records", e); // heed: cancel-reported-as-timeout
        } finally {
            lock.unlock();
        }
    }
}
