// The stream tells of the interrupt in the way of streams.
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class TellingStream extends InputStream {
    private final BlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();

    @Override
    public int read() throws IOException {
        try {
            return bytes.take();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
