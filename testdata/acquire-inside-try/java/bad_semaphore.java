// Interrupted while waiting for a permit, the finally gives back one that was never taken: the limit grows by one.
import java.util.concurrent.Semaphore;

class Limiter {
    private final Semaphore permits = new Semaphore(3);

    void run(Runnable work) throws InterruptedException {
        try {
            permits.acquire(); // heed: acquire-inside-try "'run' still releases a permit that it never had" // step 1: "interrupted here, 'acquire' throws and has acquired nothing"
            work.run();
        } finally {
            permits.release(); // step 2: "it is released all the same"
        }
    }
}
