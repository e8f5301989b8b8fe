// The join in the finally throws at once, and the file behind it is never closed.
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

class Recorder {
    private final Thread writer;
    private final Closeable file;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Recorder(Thread writer, Closeable file) {
        this.writer = writer;
        this.file = file;
    }

    void record() throws IOException, InterruptedException {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("recording was stopped");
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                writer.interrupt();
                writer.join(1_000);
                file.close();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
