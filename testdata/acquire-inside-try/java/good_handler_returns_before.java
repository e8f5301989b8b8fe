// The interrupt is taken by an inner handler that leaves another way than through the release.
import java.util.concurrent.Semaphore;

class InnerHandler {
    private final Semaphore permits = new Semaphore(1);

    boolean run(Runnable work) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            work.run();
        } finally {
            permits.release();
        }
        return true;
    }
}
