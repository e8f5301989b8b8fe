// The text names both, so nobody knows which it was.
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Start {
    static void await(CyclicBarrier barrier) throws BrokenBarrierException {
        try {
            barrier.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("Timed out or interrupted", e);
        }
    }
}
