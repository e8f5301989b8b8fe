// The cancellation point is in a method of the project.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Snapshot {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private int size;

    int size() throws InterruptedException {
        lock.readLock().lock();
        try {
            awaitLoaded();
            int result = size;
            return result;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void awaitLoaded() throws InterruptedException {
        loaded.await();
    }
}
