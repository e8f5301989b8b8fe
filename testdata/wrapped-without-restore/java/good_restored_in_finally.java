// Restored by the finally, before the wrapper leaves.
import java.util.concurrent.CountDownLatch;

class Late {
    static void await(CountDownLatch latch) {
        boolean interrupted = false;
        try {
            latch.await();
        } catch (InterruptedException e) {
            interrupted = true;
            throw new IllegalStateException("not ready", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
