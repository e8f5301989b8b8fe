// The reader of the stream takes what it has for the whole file, and never learns of the interrupt.
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class ByteQueueStream extends InputStream {
    private final BlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();

    @Override
    public int read() throws IOException {
        try {
            return bytes.take();
        } catch (InterruptedException e) {
            throw new java.io.InterruptedIOException();
        }
    }
}
