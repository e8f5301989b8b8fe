// Restored in the handler, and cleared again by the finally.
import java.util.concurrent.CountDownLatch;

class Rendezvous {
    private final CountDownLatch other = new CountDownLatch(1);

    boolean meet() {
        try {
            other.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
        }
    }
}
