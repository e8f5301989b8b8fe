// Cleaned up and rethrown as itself.
import java.util.concurrent.CountDownLatch;

class Rethrown {
    private final CountDownLatch started = new CountDownLatch(1);
    private boolean failed;

    void awaitStart() throws InterruptedException {
        try {
            started.await();
        } catch (InterruptedException e) {
            failed = true;
            throw e;
        }
    }

    boolean failed() {
        return failed;
    }
}
