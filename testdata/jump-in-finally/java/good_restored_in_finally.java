// The status is set again before the jump, by a flag that remembers.
import java.util.concurrent.CountDownLatch;

class RestoredInFinally {
    @SuppressWarnings("finally")
    boolean await(CountDownLatch latch) throws InterruptedException {
        boolean arrived = false;
        try {
            latch.await();
            arrived = true;
        } finally {
            if (!arrived) {
                Thread.currentThread().interrupt();
            }
            return arrived;
        }
    }
}
