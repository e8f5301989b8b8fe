// The worker is interrupted in any case, behind the handler that restores.
import java.util.concurrent.CountDownLatch;

class InterruptedBehind {
    void run(Thread worker, CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.interrupt();
    }
}
