// The message of an interrupt is null: it tells nothing.
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;

class Pipe {
    private final SynchronousQueue<byte[]> chunks = new SynchronousQueue<>();

    byte[] read() throws IOException {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e.getMessage(), e);
        }
    }
}
