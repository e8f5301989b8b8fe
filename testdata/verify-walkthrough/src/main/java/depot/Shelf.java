package depot;

import java.util.concurrent.locks.Lock;

/** Bug 5: the wait may throw, and then the lock stays locked. */
public class Shelf {
    private final Lock lock;

    public Shelf(Lock lock) {
        this.lock = lock;
    }

    public void sort() throws InterruptedException {
        lock.lock();
        Thread.sleep(10);
        lock.unlock();
    }
}
