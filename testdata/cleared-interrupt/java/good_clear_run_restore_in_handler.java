// The result is not needed: the handler knows that there was an interrupt, and restores at its end.
import java.util.concurrent.CountDownLatch;

class Release {
    private final CountDownLatch done = new CountDownLatch(1);
    private int open = 1;

    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.interrupted();
            open--;
            Thread.currentThread().interrupt();
        }
    }
}
