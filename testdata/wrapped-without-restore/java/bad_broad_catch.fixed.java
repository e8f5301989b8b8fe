// The broad handler wraps everything, and the interrupt with it.
import java.util.concurrent.CountDownLatch;

class Boot {
    private final CountDownLatch up = new CountDownLatch(1);

    void await() {
        try {
            up.await();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(e);
        }
    }
}
