// The status is kept; what is thrown tells nothing of it.
import java.util.concurrent.CountDownLatch;

class BootGate {
    private final CountDownLatch booted = new CountDownLatch(1);

    void await() {
        try {
            booted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Not booted yet", e);
        }
    }
}
