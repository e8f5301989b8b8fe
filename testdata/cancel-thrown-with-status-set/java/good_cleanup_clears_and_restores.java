// Clear - run - restore: the cleanup waits undisturbed, and the status is back for those who look at it.
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

class CarefulUpload {
    private final Semaphore connection = new Semaphore(1);
    private int sent;

    void upload(int parts) throws InterruptedException {
        try {
            for (int i = 0; i < parts; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                sent++;
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                connection.acquire();
                sent = 0;
                connection.release();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
