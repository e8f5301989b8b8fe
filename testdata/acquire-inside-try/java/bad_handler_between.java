// The handler restores as it should; the finally still releases a permit that it does not have.
import java.util.concurrent.Semaphore;

class Downloads {
    private final Semaphore slots = new Semaphore(2);

    boolean download(Runnable transfer) {
        try {
            slots.acquire(); // heed: acquire-inside-try
            transfer.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            slots.release();
        }
    }
}
