// Interrupted while waiting for the lock, the finally unlocks what was never locked: IllegalMonitorStateException hides the interrupt.
import java.util.concurrent.locks.ReentrantLock;

class Ledger {
    private final ReentrantLock lock = new ReentrantLock();
    private long balance;

    void add(long amount) throws InterruptedException {
        try {
            lock.lockInterruptibly(); // heed: acquire-inside-try
            balance += amount;
        } finally {
            lock.unlock();
        }
    }
}
