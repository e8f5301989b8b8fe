// The handler goes on to the release.
import java.util.concurrent.Semaphore;

class FallsTo {
    private final Semaphore permits = new Semaphore(2);

    void rest() {
        permits.acquireUninterruptibly();
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        permits.release();
    }
}
