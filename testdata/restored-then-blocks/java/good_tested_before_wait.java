// The second wait is only entered with a clear status.
import java.util.concurrent.CountDownLatch;

class Tested {
    static void both(CountDownLatch first, CountDownLatch second) {
        try {
            first.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            second.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
