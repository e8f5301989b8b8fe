// The caller that catches the cancel clears the status before it waits, and sets it again behind.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

class ClearingHandler {
    private final CountDownLatch rolledBack = new CountDownLatch(1);

    void run(int steps) throws InterruptedException {
        try {
            work(steps);
        } catch (CancellationException e) {
            boolean interrupted = Thread.interrupted();
            rolledBack.countDown();
            rolledBack.await();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private void work(int steps) {
        for (int i = 0; i < steps; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
        }
    }
}
