// The release waits through interrupts, so that it may run with the status set.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

class Warehouse {
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore gate = new Semaphore(1);
    private int free = 3;

    void release() {
        gate.acquireUninterruptibly();
        lock.lock();
        try {
            free++;
        } finally {
            lock.unlock();
            gate.release();
        }
    }

    String fetch(BlockingQueue<String> shelf) {
        try {
            return shelf.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            release();
        }
    }
}
