// The handler restores as it should; the finally still releases a permit that it does not have.
import java.util.concurrent.Semaphore;

class Downloads {
    private final Semaphore slots = new Semaphore(2);

    boolean download(Runnable transfer) {
        try {
            slots.acquire(); // heed: acquire-inside-try "'download' still releases a permit that it never had" // step 1: "interrupted here, 'acquire' throws and has acquired nothing"
            transfer.run();
            return true;
        } catch (InterruptedException e) { // step 2: "'InterruptedException' is caught here"
            Thread.currentThread().interrupt();
            return false;
        } finally {
            slots.release(); // step 3: "it is released all the same"
        }
    }
}
