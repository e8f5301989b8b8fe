// The lock that guards the count is taken interruptibly: with the status set that throws, and the slot is never given back.
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

class SlotKeeper {
    private final Semaphore slots = new Semaphore(4);
    private final ReentrantLock lock = new ReentrantLock();
    private int inUse;

    void use(int steps) throws InterruptedException {
        slots.acquire();
        try {
            for (int i = 0; i < steps; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException(); // heed: cancel-thrown-with-status-set "'giveBack'"
                }
                inUse++;
            }
        } finally {
            giveBack();
        }
    }

    private void giveBack() throws InterruptedException {
        lock.lockInterruptibly();
        inUse = 0;
        lock.unlock();
        slots.release();
    }
}
