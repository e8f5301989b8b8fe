// The guard rethrows by a pattern; anything else is only logged.
import java.util.concurrent.CountDownLatch;

class Rethrow {
    private final CountDownLatch ready = new CountDownLatch(1);

    void await() throws InterruptedException {
        try {
            ready.await();
        } catch (Throwable t) {
            if (t instanceof InterruptedException interrupt) {
                throw interrupt;
            }
            System.err.println("strange: " + t);
        }
    }
}
