// What waits is another thread, whose status is its own.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

class BackgroundCleanup {
    private final CountDownLatch flushed = new CountDownLatch(1);

    void write(ExecutorService cleaner, int blocks) {
        try {
            for (int i = 0; i < blocks; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        } finally {
            flushed.countDown();
            cleaner.execute(() -> {
                try {
                    flushed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
