// lock() goes on until it has the lock, and restores at the end; tryLock says that it has not; acquire() throws.
import java.util.concurrent.Semaphore;

class Insisting {
    private final Semaphore free = new Semaphore(1);

    void lock() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    free.acquire();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean tryLock() {
        try {
            free.acquire();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void acquire() {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the permit", e);
        }
    }
}
