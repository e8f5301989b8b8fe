// The wait for the last record throws at once, and the file behind it is never closed.
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Recorder {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch written = new CountDownLatch(1);
    private final Closeable file;

    Recorder(Closeable file) {
        this.file = file;
    }

    void record() throws IOException {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("recording was stopped");
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                try {
                    written.await(50, TimeUnit.MILLISECONDS);
                    file.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
