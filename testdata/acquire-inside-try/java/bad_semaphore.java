// Interrupted while waiting for a permit, the finally gives back one that was never taken: the limit grows by one.
import java.util.concurrent.Semaphore;

class Limiter {
    private final Semaphore permits = new Semaphore(3);

    void run(Runnable work) throws InterruptedException {
        try {
            permits.acquire(); // heed: acquire-inside-try
            work.run();
        } finally {
            permits.release();
        }
    }
}
