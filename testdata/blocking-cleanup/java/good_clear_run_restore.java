// The cleanup clears the status, does its work, and restores.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

class Watchman {
    private final BlockingQueue<String> reports;
    private final CountDownLatch morning = new CountDownLatch(1);

    Watchman(BlockingQueue<String> reports) {
        this.reports = reports;
    }

    void watch() throws InterruptedException {
        try {
            morning.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                reports.put("end of watch");
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
