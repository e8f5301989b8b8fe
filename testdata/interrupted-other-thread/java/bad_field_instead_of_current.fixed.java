// Meant to restore: but this runs on the thread of whoever calls.
import java.util.concurrent.CountDownLatch;

class FieldInterrupter {
    private final Thread owner;
    private final CountDownLatch ready = new CountDownLatch(1);

    FieldInterrupter(Thread owner) {
        this.owner = owner;
    }

    boolean awaitReady() {
        try {
            ready.await();
            return true;
        } catch (InterruptedException e) {
            owner.interrupt();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
