// The handler takes the interrupt and restores it; nothing is in flight at the finally.
import java.util.concurrent.Semaphore;

class CaughtBefore {
    @SuppressWarnings("finally")
    boolean enter(Semaphore permits) {
        boolean entered = false;
        try {
            permits.acquire();
            entered = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            return entered;
        }
    }
}
