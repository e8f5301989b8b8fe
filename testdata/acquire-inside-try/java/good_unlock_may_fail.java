// The unlock is expected to fail where the lock was not obtained, and what it throws is caught just around it.
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class UnlockMayFail {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean destroyed;

    void destroy() {
        try {
            if (!lock.writeLock().tryLock(10, TimeUnit.SECONDS)) {
                System.err.println("still in use");
            }
            destroyed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                lock.writeLock().unlock();
            } catch (IllegalMonitorStateException ignored) {
                // not locked: a long call is still running
            }
        }
    }

    boolean isDestroyed() {
        return destroyed;
    }
}
