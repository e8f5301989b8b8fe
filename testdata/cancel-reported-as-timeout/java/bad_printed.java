// A message for the operator, with no logger around.
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
