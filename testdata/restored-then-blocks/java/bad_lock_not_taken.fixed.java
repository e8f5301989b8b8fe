// The write-back needs the lock, and cannot get it with the status set: the change is not written.
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

class Cache {
    private final ReentrantLock lock = new ReentrantLock();
    private int written;

    boolean settleAndWrite() {
        boolean interrupted = false;
        try {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            try {
                if (!lock.tryLock(1, TimeUnit.SECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            try {
                written++;
            } finally {
                lock.unlock();
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
