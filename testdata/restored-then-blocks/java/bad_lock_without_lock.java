// lock() is interrupted, restores, and returns: its caller enters the critical section without the lock.
import java.util.concurrent.Semaphore;

class Mutex {
    private final Semaphore free = new Semaphore(1);

    void lock() {
        try {
            free.acquire(); // step 1: "'acquire' delivers the interrupt"
        } catch (InterruptedException e) { // step 2: "caught here as 'e'"
            Thread.currentThread().interrupt(); // heed: restored-then-blocks "goes on without the lock" // step 3: "the interrupt status is set again"
        }
    }

    void unlock() {
        free.release();
    }
}
