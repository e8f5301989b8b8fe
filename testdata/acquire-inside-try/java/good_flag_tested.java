// The finally releases only what a local says was acquired.
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

class Flagged {
    private final Semaphore permits = new Semaphore(1);

    void run(Runnable work) throws InterruptedException {
        boolean acquired = false;
        try {
            permits.acquire();
            acquired = true;
            work.run();
        } finally {
            if (acquired) {
                permits.release();
            }
        }
    }

    boolean runIfFree(Runnable work) throws InterruptedException {
        boolean acquired = false;
        try {
            acquired = permits.tryAcquire(1, TimeUnit.SECONDS);
            if (acquired) {
                work.run();
            }
        } finally {
            if (acquired) {
                permits.release();
            }
        }
        return acquired;
    }
}
