// Clear - run - restore: the cleanup waits undisturbed, and the status is back for those who look at it.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

class CarefulUpload {
    private final CountDownLatch takenBack = new CountDownLatch(1);

    void upload(int parts) throws InterruptedException {
        try {
            for (int i = 0; i < parts; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                takenBack.countDown();
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                takenBack.await();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
