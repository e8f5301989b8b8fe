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
            return lock.tryLock(1, TimeUnit.SECONDS); // step 1: "'tryLock' delivers the interrupt"
        } catch (InterruptedException e) { // heed: wrapped-without-restore "The interrupt leaves 'enter' as 'IllegalStateException' without its status" // step 2: "caught here as 'e'"
            if (lenient) {
                Thread.currentThread().interrupt();
                return false;
            }
            throw new IllegalStateException("no lock", e); // step 3: "it is wrapped in 'IllegalStateException'" // step 4: "'IllegalStateException' leaves without the interrupt status"
        }
    }
}
