// The text is chosen here and written by a helper.
import java.util.concurrent.CountDownLatch;

class Election {
    private final CountDownLatch elected = new CountDownLatch(1);

    boolean await() {
        try {
            elected.await();
            return true;
        } catch (InterruptedException e) {
            System.err.println("election deadline exceeded"); // heed: cancel-reported-as-timeout
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
