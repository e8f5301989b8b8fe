// unlock(), countDown() and shutdown() take no notice of the status.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

class QuickCleanup {
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch done = new CountDownLatch(1);

    void work(ExecutorService helpers, int steps) {
        lock.lock();
        try {
            for (int i = 0; i < steps; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        } finally {
            lock.unlock();
            helpers.shutdown();
            done.countDown();
        }
    }
}
