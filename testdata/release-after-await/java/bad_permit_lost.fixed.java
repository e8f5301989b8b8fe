// Each interrupted pause costs a permit.
import java.util.concurrent.Semaphore;

class RateLimit {
    private final Semaphore permits = new Semaphore(10);

    void call(Runnable request) throws InterruptedException {
        permits.acquire();
        try {
            request.run();
            Thread.sleep(100);
        } finally {
            permits.release();
        }
    }
}
