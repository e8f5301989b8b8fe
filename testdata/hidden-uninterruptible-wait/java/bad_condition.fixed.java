// The condition is awaited through interrupts; who calls this on a thread that is to be stopped waits for the condition.
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class ReadyGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ready;

    void awaitReady() throws InterruptedException {
        lock.lock();
        try {
            while (!ready) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void ready() {
        lock.lock();
        try {
            ready = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
