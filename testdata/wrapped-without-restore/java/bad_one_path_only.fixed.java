// Restored on the path that returns, not on the path that throws.
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

class Locked {
    private final Lock lock;
    private final boolean lenient;

    Locked(Lock lock, boolean lenient) {
        this.lock = lock;
        this.lenient = lenient;
    }

    boolean enter() {
        try {
            return lock.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            if (lenient) {
                Thread.currentThread().interrupt();
                return false;
            }
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no lock", e);
        }
    }
}
